using Ecommerce.Messaging;
using Ecommerce.OrderService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.OrderService.Infrastructure.Persistence;

internal sealed class OrderDbContext(DbContextOptions<OrderDbContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new OrderConfiguration());
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
