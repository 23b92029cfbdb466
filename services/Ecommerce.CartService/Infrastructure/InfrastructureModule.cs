using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.FollowOrders;
using Ecommerce.CartService.Application.Ports;
using Ecommerce.CartService.Infrastructure.FastCopies;
using Ecommerce.CartService.Infrastructure.Persistence;
using Ecommerce.CartService.Infrastructure.Services;
using Ecommerce.Contracts.Order;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Ecommerce.CartService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<CartDbContext>("cartdb");
        builder.AddPersonalData<CartPersonalData>();
        builder.AddFastCopies();
        builder.Services.AddScoped<ICartStore, CartStore>();

        builder.AddMessaging<CartDbContext, CartEventMapper>(messaging => messaging
            .Handle<OrderConfirmed, OrderConfirmedHandler>()
            .HandleErasure<CartDbContext>());

        builder.Services.AddSingleton<RecentArticles>();
        builder.AddServiceClient<ICatalogue, ProductClient>("product-service");
        builder.AddServiceClient<IDiscounts, DiscountClient>("discount-service");
        builder.AddServiceClient<IShippingRates, ShippingClient>("shipping-service");
    }

    private static void AddFastCopies(this IHostApplicationBuilder builder)
    {
        // A copy that takes long is no fast copy: fail at once and read the truth.
        builder.AddRedisClient("redis", configureOptions: redis =>
        {
            redis.BacklogPolicy = BacklogPolicy.FailFast;
            redis.ConnectTimeout = 1000;
            redis.AsyncTimeout = 500;
        });
        builder.Services.AddSingleton<CartCopies>();

        // Without Redis the service still serves.
        builder.Services.PostConfigure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations.Where(check => check.Name.Contains("Redis", StringComparison.Ordinal)))
            {
                check.FailureStatus = HealthStatus.Degraded;
            }
        });
    }
}
