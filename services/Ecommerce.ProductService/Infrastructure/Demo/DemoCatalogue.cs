using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ProductService.Infrastructure.Demo;

/// <summary>The demonstration shop: an outdoor and home store of 240 products, the same on every machine.</summary>
internal sealed class DemoCatalogue(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock) : IDatabaseSeed
{
    private const long SeedLock = 0x64656d6f; // "demo"

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled"))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ProductDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SeedLock})", cancellationToken);
        if (await context.Products.AnyAsync(cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var catalogue = DemoGoods.Create(now);
        context.AddRange(catalogue.Brands);
        context.AddRange(catalogue.Categories);
        context.AddRange(catalogue.Products);
        await context.SaveChangesAsync(cancellationToken);

        // In the same transaction: a shop without stock would never be filled up, as its products are there.
        await context.Database.ExecuteSqlAsync(
            $"SELECT change_stock({Guid.CreateVersion7(now)}, 'received', {catalogue.Stock.Keys.ToArray()}, {catalogue.Stock.Values.ToArray()}, {now})", cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT touch_products({catalogue.Products.Select(product => product.Id).ToArray()})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
