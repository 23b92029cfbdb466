using Ecommerce.Messaging;
using Ecommerce.NotificationService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : DbContext(options)
{
    public DbSet<Notification> Notifications => Set<Notification>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new NotificationConfiguration());
        modelBuilder.ApplyConfiguration(new MarketingConsentConfiguration());
        modelBuilder.ApplyConfiguration(new StockNoticeConfiguration());
        modelBuilder.AddErasedCustomers();
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
