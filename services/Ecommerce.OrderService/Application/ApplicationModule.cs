using Ecommerce.OrderService.Application.ApproveDispatch;
using Ecommerce.OrderService.Application.CancelOrder;
using Ecommerce.OrderService.Application.Checkout;
using Ecommerce.OrderService.Application.PlaceOrder;

namespace Ecommerce.OrderService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<OrderPricing>();
        builder.Services.AddScoped<PlaceOrderHandler>();
        builder.Services.AddScoped<CheckoutProcess>();
        builder.Services.AddScoped<CancelOrderHandler>();
        builder.Services.AddScoped<ApproveDispatchHandler>();
        builder.Services.AddHostedService<CheckoutWorker>();
    }
}
