using Ecommerce.CartService.Application.AddToCart;
using Ecommerce.CartService.Application.ExpireCarts;
using Ecommerce.CartService.Application.MergeCarts;
using Ecommerce.CartService.Application.PriceCart;

namespace Ecommerce.CartService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CartOptions>().BindConfiguration(CartOptions.Section);
        builder.Services.AddScoped<AddToCartHandler>();
        builder.Services.AddScoped<MergeCartsHandler>();
        builder.Services.AddScoped<CartPricing>();
        builder.Services.AddHostedService<ExpiryWorker>();
    }
}
