using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.UserService.Application;
using Ecommerce.UserService.Application.FollowActivity;
using Ecommerce.UserService.Application.RegisterCustomer;
using Ecommerce.UserService.Infrastructure.Persistence;

namespace Ecommerce.UserService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<UserDbContext>("userdb");
        builder.Services.AddScoped<ICustomerStore, CustomerStore>();
        builder.AddMessaging<UserDbContext, UserEventMapper>(messaging => messaging
            .Handle<UserRegistered, UserRegisteredHandler>()
            .Handle<UserLoggedIn, ActivityHandler>()
            .Handle<EmailVerified, ActivityHandler>()
            .Handle<OrderConfirmed, ActivityHandler>()
            .Handle<OrderCancelled, ActivityHandler>()
            .Handle<OrderCompleted, ActivityHandler>()
            .Handle<ShipmentDispatched, ActivityHandler>()
            .Handle<ShipmentDelivered, ActivityHandler>()
            .Handle<ReturnRequested, ActivityHandler>()
            .Handle<ReturnApproved, ActivityHandler>()
            .Handle<ReturnRefunded, ActivityHandler>());
    }
}
