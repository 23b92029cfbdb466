using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging;
using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Application.FollowOrders;
using Ecommerce.PaymentService.Application.FollowReturns;
using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Infrastructure.Persistence;
using Ecommerce.PaymentService.Infrastructure.Stripe;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.PaymentService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<PaymentDbContext>("paymentdb");
        builder.AddPersonalData<PaymentPersonalData>();
        builder.Services.AddSingleton<WakeAfterCommit>();
        builder.Services.ConfigureDbContext<PaymentDbContext>(
            (services, options) => options.AddInterceptors(services.GetRequiredService<WakeAfterCommit>()));
        builder.Services.AddScoped<IPaymentStore, PaymentStore>();

        builder.AddMessaging<PaymentDbContext, PaymentEventMapper>(messaging => messaging
            .Handle<CaptureRequested, CaptureRequestedHandler>()
            .Handle<RefundRequested, RefundRequestedHandler>()
            .HandleErasure<PaymentDbContext>());

        builder.Services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section)
            .Validate(options => options.ApiKey.Length > 0, $"The secret {StripeOptions.Section}:ApiKey is missing.")
            .Validate(options => options.WebhookSecret.Length > 0, $"The secret {StripeOptions.Section}:WebhookSecret is missing.")
            .ValidateOnStart();
        builder.Services.AddHttpClient<StripeApi>();
        builder.Services.AddScoped<IPaymentProvider, StripeProvider>();
        builder.Services.AddSingleton<IWebhookReader, StripeWebhookReader>();
    }
}
