using Ecommerce.Contracts.Payment;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging;
using Ecommerce.OrderService.Application;
using Ecommerce.OrderService.Application.FollowPayments;
using Ecommerce.OrderService.Application.FollowReturns;
using Ecommerce.OrderService.Application.FollowShipments;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.OrderService.Application.ReadOrders;
using Ecommerce.OrderService.Infrastructure.Persistence;
using Ecommerce.OrderService.Infrastructure.Services;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;

namespace Ecommerce.OrderService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<OrderDbContext>("orderdb");
        builder.AddPersonalData<OrderPersonalData>();
        builder.Services.AddScoped<IOrderStore, OrderStore>();
        builder.Services.AddScoped<IOrderReader, OrderReader>();

        builder.AddMessaging<OrderDbContext, OrderEventMapper>(messaging => messaging
            .Handle<PaymentAuthorized, PaymentAuthorizedHandler>()
            .Handle<PaymentFailed, PaymentFailedHandler>()
            .Handle<PaymentCaptured, PaymentCapturedHandler>()
            .Handle<PaymentRefunded, PaymentRefundedHandler>()
            .Handle<ShipmentDispatched, ShipmentDispatchedHandler>()
            .Handle<ShipmentDelivered, ShipmentDeliveredHandler>()
            .Handle<ReturnReceived, ReturnReceivedHandler>()
            .HandleErasure<OrderDbContext>());

        builder.AddServiceClient<ICarts, CartClient>("cart-service");
        builder.AddServiceClient<ICatalogue, ProductClient>("product-service");
        builder.AddServiceClient<IDiscounts, DiscountClient>("discount-service");
        builder.AddServiceClient<IShippingRates, ShippingClient>("shipping-service");
        builder.AddServiceClient<IPayments, PaymentClient>("payment-service");
    }
}
