using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Product;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Contracts.User;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.Retention;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.UserService.Application;
using Ecommerce.UserService.Application.DataRequests;
using Ecommerce.UserService.Application.FollowActivity;
using Ecommerce.UserService.Application.RegisterCustomer;
using Ecommerce.UserService.Application.Wishlists;
using Ecommerce.UserService.Infrastructure.DataRequests;
using Ecommerce.UserService.Infrastructure.Persistence;
using Ecommerce.UserService.Infrastructure.Retention;
using Ecommerce.UserService.Infrastructure.Services;

namespace Ecommerce.UserService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<UserDbContext>("userdb");
        builder.Services.AddScoped<ICustomerStore, CustomerStore>();
        builder.Services.AddScoped<IWishlistStore, WishlistStore>();
        builder.Services.AddScoped<INoticeRuns, NoticeRuns>();
        builder.AddServiceClient<ICatalogue, ProductClient>("product-service");
        builder.AddServiceClient<ICarts, CartClient>("cart-service");
        builder.AddServiceClient<ISessions, SessionClient>("auth-service");
        builder.Services.AddScoped<IDataRequestStore, DataRequestStore>();
        builder.Services.AddScoped<IPersonalDataSource, PersonalDataSource>();
        builder.AddPersonalData<UserPersonalData>();
        builder.AddRetention<UserDbContext, UserRetention>();
        builder.Services.AddOptions<UserRetentionOptions>().BindConfiguration(RetentionSettings.Section)
            .Validate(options => options.ArePossible, "No time in Retention is negative.").ValidateOnStart();
        foreach (var service in DataHolders.Others)
        {
            builder.AddServiceClient(service);
        }

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
            .Handle<ReturnRefunded, ActivityHandler>()
            .Handle<PriceDropped, WishedArticleHandler>()
            .Handle<StockReplenished, WishedArticleHandler>()
            .Handle<PersonalDataErased, PersonalDataErasedHandler>()
            .HandleErasure<UserDbContext>());
    }
}
