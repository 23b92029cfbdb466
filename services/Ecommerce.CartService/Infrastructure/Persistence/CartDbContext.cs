using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.CartService.Infrastructure.Persistence;

internal sealed class CartDbContext(DbContextOptions<CartDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var carts = new CartConfiguration();
        modelBuilder.ApplyConfiguration<CartRow>(carts);
        modelBuilder.ApplyConfiguration<CartLineRow>(carts);
        modelBuilder.ApplyConfiguration<CartFreezeRow>(carts);
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
