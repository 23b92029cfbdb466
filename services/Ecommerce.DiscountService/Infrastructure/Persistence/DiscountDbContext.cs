using Ecommerce.DiscountService.Domain;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class DiscountDbContext(DbContextOptions<DiscountDbContext> options) : DbContext(options)
{
    public DbSet<Promotion> Promotions => Set<Promotion>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new PromotionConfiguration());
        modelBuilder.ApplyConfiguration<OrderRedemption>(new RedemptionConfiguration());
        modelBuilder.ApplyConfiguration<Redemption>(new RedemptionConfiguration());
        modelBuilder.ApplyConfiguration<PromotionCounter>(new CounterConfiguration());
        modelBuilder.ApplyConfiguration<CustomerCounter>(new CounterConfiguration());
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
