using Ecommerce.Contracts.Order;
using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Application.FollowOrders;
using Ecommerce.DiscountService.Application.GenerateCoupons;
using Ecommerce.DiscountService.Application.GroupCustomers;
using Ecommerce.DiscountService.Application.ReadUsage;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.DiscountService.Infrastructure.Demo;
using Ecommerce.DiscountService.Infrastructure.Persistence;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;

namespace Ecommerce.DiscountService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<DiscountDbContext>("discountdb");
        builder.AddPersonalData<DiscountPersonalData>();
        builder.Services.AddScoped<IPromotionStore, PromotionStore>();
        builder.Services.AddScoped<IRedemptionStore, RedemptionStore>();
        builder.Services.AddScoped<IRedemptionReader, RedemptionReader>();
        builder.Services.AddScoped<ICouponStore, CouponStore>();
        builder.Services.AddScoped<ICustomerOrders, CustomerOrders>();
        builder.Services.AddScoped<ICustomerGroups, CustomerGroups>();
        builder.Services.AddSingleton<IUsageReader, UsageReader>();
        builder.Services.AddSingleton<PromotionCatalogue>();
        builder.Services.AddSingleton<IPromotionCatalogue>(services => services.GetRequiredService<PromotionCatalogue>());
        builder.Services.AddHostedService(services => services.GetRequiredService<PromotionCatalogue>());
        builder.Services.AddSingleton<IDatabaseSeed, DemoPromotions>();

        builder.AddMessaging<DiscountDbContext, DiscountEventMapper>(messaging => messaging
            .Handle<OrderConfirmed, OrderConfirmedHandler>()
            .Handle<OrderCancelled, OrderCancelledHandler>()
            .HandleErasure<DiscountDbContext>());
    }
}
