using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Application.ManagePromotions;
using Ecommerce.DiscountService.Application.Redeem;

namespace Ecommerce.DiscountService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CalculateDiscountsHandler>();
        builder.Services.AddScoped<CreatePromotionHandler>();
        builder.Services.AddScoped<DeactivatePromotionHandler>();
        builder.Services.AddHostedService<ExpiryWorker>();
    }
}
