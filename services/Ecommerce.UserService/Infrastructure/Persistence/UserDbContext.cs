using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.UserService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class UserDbContext(DbContextOptions<UserDbContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Activity> Activities => Set<Activity>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(UserDbContext).Assembly);
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
