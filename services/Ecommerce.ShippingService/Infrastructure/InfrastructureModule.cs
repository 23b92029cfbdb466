using Ecommerce.Contracts.Order;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Application.FollowOrders;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Application.Rates;
using Ecommerce.ShippingService.Application.ReadShipments;
using Ecommerce.ShippingService.Infrastructure.Demo;
using Ecommerce.ShippingService.Infrastructure.Persistence;
using Ecommerce.ShippingService.Infrastructure.Services;
using Ecommerce.ShippingService.Infrastructure.Shippo;

namespace Ecommerce.ShippingService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<ShippingDbContext>("shippingdb");
        builder.AddPersonalData<ShippingPersonalData>();
        builder.Services.AddSingleton<IDatabaseSeed, DemoZones>();
        builder.Services.AddScoped<IShipmentStore, ShipmentStore>();
        builder.Services.AddScoped<IShipmentReader, ShipmentReader>();
        builder.Services.AddScoped<IZoneSource, ZoneSource>();

        builder.AddMessaging<ShippingDbContext, ShippingEventMapper>(messaging => messaging
            .Handle<OrderConfirmed, OrderConfirmedHandler>()
            .Handle<OrderCancelled, OrderCancelledHandler>()
            .HandleErasure<ShippingDbContext>());

        builder.AddServiceClient<IOrders, OrderClient>("order-service");
        builder.Services.AddOptions<ShippoOptions>().BindConfiguration(ShippoOptions.Section)
            .Validate(options => options.ApiKey.Length > 0, $"The secret {ShippoOptions.Section}:ApiKey is missing.")
            .Validate(options => options.WebhookSecret.Length > 0, $"The secret {ShippoOptions.Section}:WebhookSecret is missing.")
            .ValidateOnStart();
        builder.Services.AddHttpClient<ShippoApi>();
        builder.Services.AddScoped<ICarrier, ShippoCarrier>();
        builder.Services.AddSingleton<ICarrierWebhooks, ShippoWebhookReader>();
    }
}
