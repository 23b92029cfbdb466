using Ecommerce.Messaging;
using Ecommerce.ReturnService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ReturnService.Infrastructure.Persistence;

internal sealed class ReturnDbContext(DbContextOptions<ReturnDbContext> options) : DbContext(options)
{
    public DbSet<Return> Returns => Set<Return>();

    public DbSet<OrderReturns> Orders => Set<OrderReturns>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new ReturnConfiguration());
        modelBuilder.ApplyConfiguration(new OrderReturnsConfiguration());
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
