using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.UserService.Domain;
using Ecommerce.UserService.Domain.DataRequests;
using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class UserDbContext(DbContextOptions<UserDbContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<DataArchive> DataArchives => Set<DataArchive>();

    public DbSet<Wishlist> Wishlists => Set<Wishlist>();

    public DbSet<WishlistItem> WishlistItems => Set<WishlistItem>();

    public DbSet<NoticeRun> NoticeRuns => Set<NoticeRun>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(UserDbContext).Assembly);
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.AddErasedCustomers();
        modelBuilder.UseSnakeCaseNames();
    }
}
