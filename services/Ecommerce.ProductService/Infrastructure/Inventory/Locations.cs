using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Inventory;

internal sealed class Locations(ProductDbContext context, NpgsqlDataSource database, OutboxSignal signal, TimeProvider clock) : ILocations
{
    private const long ChangeLock = 0x6c6f636174696f6e; // "location"
    private const int Batch = 500;

    public async Task<IReadOnlyList<StockLocation>> ListAsync(CancellationToken cancellationToken) =>
        await context.Set<StockLocation>().AsNoTracking().OrderBy(location => location.Priority).ThenBy(location => location.Code).ToListAsync(cancellationToken);

    public Task<StockLocation?> FindAsync(string code, CancellationToken cancellationToken) =>
        context.Set<StockLocation>().AsNoTracking().FirstOrDefaultAsync(location => location.Code == code, cancellationToken);

    public async Task<Result<StockLocation>> OpenAsync(string code, string name, int priority, CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        var codes = await context.Set<StockLocation>().Select(location => location.Code).ToListAsync(cancellationToken);
        if (codes.Contains(code))
        {
            return InventoryErrors.LocationTaken;
        }

        if (codes.Count >= StockLocation.Most)
        {
            return InventoryErrors.TooManyLocations;
        }

        var opened = StockLocation.Open(code, name, priority, clock.GetUtcNow());
        context.Add(opened);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return opened;
    }

    public async Task<Result<StockLocation>> ChangeAsync(string code, string name, int priority, bool isActive, int? version, CancellationToken cancellationToken)
    {
        await using (var transaction = await LockAsync(cancellationToken))
        {
            var locations = await context.Set<StockLocation>().ToListAsync(cancellationToken);
            if (locations.Find(location => location.Code == code) is not { } found)
            {
                return InventoryErrors.LocationNotFound;
            }

            if (version is { } expected && found.Version != expected)
            {
                return Error.Stale("resource.stale", "The location has changed since it was read.");
            }

            if (!isActive && locations.TrueForAll(location => location == found || !location.IsActive))
            {
                return InventoryErrors.LastLocation;
            }

            found.Change(name, priority, isActive);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await AlignAsync(code, cancellationToken);
        return (await FindAsync(code, cancellationToken))!;
    }

    public async Task<Result> RemoveAsync(string code, CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        var locations = await context.Set<StockLocation>().ToListAsync(cancellationToken);
        if (locations.Find(location => location.Code == code) is not { } found)
        {
            return InventoryErrors.LocationNotFound;
        }

        if (locations.TrueForAll(location => location == found || !location.IsActive))
        {
            return InventoryErrors.LastLocation;
        }

        context.Remove(found);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return InventoryErrors.LocationInUse;
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task AlignAsync(CancellationToken cancellationToken)
    {
        foreach (var code in await context.Set<StockLocation>().Where(location => location.LevelsPending).Select(location => location.Code).ToListAsync(cancellationToken))
        {
            await AlignAsync(code, cancellationToken);
        }
    }

    private async Task AlignAsync(string code, CancellationToken cancellationToken)
    {
        for (var last = ""; last is not null;)
        {
            await using var command = database.CreateCommand("SELECT last_sku, told FROM align_location($1, $2, $3, $4)");
            command.Parameters.Add(new() { Value = code });
            command.Parameters.Add(new() { Value = last });
            command.Parameters.Add(new() { Value = Batch });
            command.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            last = await row.IsDBNullAsync(0, cancellationToken) ? null : row.GetString(0);
            if (row.GetBoolean(1))
            {
                signal.Set();
            }
        }
    }

    // Rules over all locations (how many, the last open one) hold only where they are changed one after the other.
    private async Task<IDbContextTransaction> LockAsync(CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChangeLock})", cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM stock_locations ORDER BY code FOR UPDATE", cancellationToken);
        return transaction;
    }
}
