using Microsoft.EntityFrameworkCore;

namespace Ecommerce.Messaging.Tests;

public sealed class TestContextDb(DbContextOptions<TestContextDb> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Effect>().ToTable("effects");
        modelBuilder.AddMessaging();
    }
}
