using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Application.GenerateCoupons;
using Ecommerce.DiscountService.Application.ManagePromotions;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.DiscountService.Application.TryPromotion;

namespace Ecommerce.DiscountService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CalculateDiscountsHandler>();
        builder.Services.AddScoped<CreatePromotionHandler>();
        builder.Services.AddScoped<ChangePromotionHandler>();
        builder.Services.AddScoped<TryPromotionHandler>();
        builder.Services.AddScoped<GenerateCouponsHandler>();
        builder.Services.AddHostedService<ExpiryWorker>();
    }
}
