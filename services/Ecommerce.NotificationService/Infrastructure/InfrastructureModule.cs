using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Cart;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Product;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Contracts.User;
using Ecommerce.Messaging;
using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Application.Compose;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Application.ReadNotifications;
using Ecommerce.NotificationService.Infrastructure.Persistence;
using Ecommerce.NotificationService.Infrastructure.SendGrid;
using Ecommerce.NotificationService.Infrastructure.Services;
using Ecommerce.NotificationService.Infrastructure.Templates;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<NotificationDbContext>("notificationdb");
        builder.AddPersonalData<NotificationPersonalData>();
        builder.Services.AddSingleton<WakeAfterCommit>();
        builder.Services.ConfigureDbContext<NotificationDbContext>(
            (services, options) => options.AddInterceptors(services.GetRequiredService<WakeAfterCommit>()));
        builder.Services.AddScoped<INotificationStore, NotificationStore>();
        builder.Services.AddScoped<IConsents, Consents>();
        builder.Services.AddScoped<IStockNotices, StockNotices>();
        builder.Services.AddScoped<INotificationReader, NotificationStore>();

        builder.AddMessaging<NotificationDbContext, NoEvents>(messaging => messaging
            .Handle<ActionLinkRequested, ActionLinkRequestedHandler>()
            .Handle<NewDeviceLoggedIn, NewDeviceLoggedInHandler>()
            .Handle<OrderConfirmed, OrderConfirmedHandler>()
            .Handle<OrderCancelled, OrderCancelledHandler>()
            .Handle<ShipmentDispatched, ShipmentDispatchedHandler>()
            .Handle<ShipmentDelivered, ShipmentDeliveredHandler>()
            .Handle<ReturnApproved, ReturnApprovedHandler>()
            .Handle<ReturnRefunded, ReturnRefundedHandler>()
            .Handle<ReturnRejected, ReturnRejectedHandler>()
            .Handle<PreferencesChanged, PreferencesChangedHandler>()
            .Handle<WishlistNotice, WishlistNoticeHandler>()
            .Handle<EmailVerified, EmailVerifiedHandler>()
            .Handle<CartAbandoned, CartAbandonedHandler>()
            .Handle<StockLow, StockLowHandler>()
            .HandleErasure<NotificationDbContext>());
        builder.AddServiceClient<IActionLinks, ActionLinkClient>("auth-service");

        builder.Services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section)
            .Validate(options => options.ApiKey.Length > 0, $"The secret {SendGridOptions.Section}:ApiKey is missing.")
            .ValidateOnStart();
        builder.Services.AddHttpClient<IEmailSender, SendGridSender>();
        builder.Services.AddSingleton<IDeliveryNotices, SendGridNotices>();
        builder.Services.AddSingleton<ITemplates, HandlebarsTemplates>();
    }
}
