using Ecommerce.Messaging;
using Ecommerce.PaymentService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

internal sealed class PaymentDbContext(DbContextOptions<PaymentDbContext> options) : DbContext(options)
{
    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentOperation> Operations => Set<PaymentOperation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new PaymentConfiguration());
        modelBuilder.ApplyConfiguration(new OperationConfiguration());
        modelBuilder.ApplyConfiguration(new WebhookEventConfiguration());
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
