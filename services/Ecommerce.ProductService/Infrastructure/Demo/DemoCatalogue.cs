using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Demo;

/// <summary>The demonstration shop: an outdoor and home store of 240 products, the same on every machine.</summary>
internal sealed class DemoCatalogue(IServiceScopeFactory scopes, NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock) : IDatabaseSeed
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
        context.AddRange(catalogue.Categories);
        context.AddRange(catalogue.Products);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        await using var stock = database.CreateCommand("SELECT change_stock($1, 'received', $2, $3, $4)");
        stock.Parameters.Add(new() { Value = Guid.CreateVersion7(now) });
        stock.Parameters.Add(new() { Value = catalogue.Stock.Keys.ToArray() });
        stock.Parameters.Add(new() { Value = catalogue.Stock.Values.ToArray() });
        stock.Parameters.Add(new() { Value = now });
        await stock.ExecuteNonQueryAsync(cancellationToken);
    }
}
