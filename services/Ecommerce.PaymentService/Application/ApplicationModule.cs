using Ecommerce.PaymentService.Application.AuthorizePayment;
using Ecommerce.PaymentService.Application.Operations;
using Ecommerce.PaymentService.Application.ResolvePayments;
using Ecommerce.PaymentService.Application.VoidPayment;

namespace Ecommerce.PaymentService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuthorizePaymentHandler>();
        builder.Services.AddScoped<VoidPaymentHandler>();
        builder.Services.AddScoped<PaymentResolver>();
        builder.Services.AddScoped<OperationProcessor>();
        builder.Services.AddSingleton<OperationSignal>();
        builder.Services.AddHostedService<ResolveWorker>();
        builder.Services.AddHostedService<OperationWorker>();
    }
}
