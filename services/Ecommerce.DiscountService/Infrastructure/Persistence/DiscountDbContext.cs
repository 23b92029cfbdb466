using Ecommerce.DiscountService.Domain;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class DiscountDbContext(DbContextOptions<DiscountDbContext> options) : DbContext(options)
{
    public DbSet<Promotion> Promotions => Set<Promotion>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var redemptions = new RedemptionConfiguration();
        var counters = new CounterConfiguration();
        var customers = new CustomerConfiguration();
        modelBuilder.ApplyConfiguration(new PromotionConfiguration());
        modelBuilder.ApplyConfiguration<OrderRedemption>(redemptions);
        modelBuilder.ApplyConfiguration<Redemption>(redemptions);
        modelBuilder.ApplyConfiguration<PromotionCounter>(counters);
        modelBuilder.ApplyConfiguration<CustomerCounter>(counters);
        modelBuilder.ApplyConfiguration<CouponBatchRow>(counters);
        modelBuilder.ApplyConfiguration<Coupon>(counters);
        modelBuilder.ApplyConfiguration<CustomerOrder>(customers);
        modelBuilder.ApplyConfiguration<CustomerGroupMember>(customers);
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.AddErasedCustomers();
        modelBuilder.UseSnakeCaseNames();
    }
}
