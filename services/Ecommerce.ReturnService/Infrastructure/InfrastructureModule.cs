using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging;
using Ecommerce.ReturnService.Application;
using Ecommerce.ReturnService.Application.FollowPayments;
using Ecommerce.ReturnService.Application.Ports;
using Ecommerce.ReturnService.Application.ReadReturns;
using Ecommerce.ReturnService.Infrastructure.Persistence;
using Ecommerce.ReturnService.Infrastructure.Services;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;

namespace Ecommerce.ReturnService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<ReturnDbContext>("returndb");
        builder.AddPersonalData<ReturnPersonalData>();
        builder.Services.AddScoped<IReturnStore, ReturnStore>();
        builder.Services.AddScoped<IReturnReader, ReturnStore>();

        builder.AddMessaging<ReturnDbContext, ReturnEventMapper>(messaging => messaging
            .Handle<PaymentRefunded, PaymentRefundedHandler>()
            .Handle<RefundFailed, RefundFailedHandler>()
            .HandleErasure<ReturnDbContext>());

        builder.AddServiceClient<IOrders, OrderClient>("order-service");
        builder.AddServiceClient<IReturnLabels, ShippingClient>("shipping-service");
    }
}
