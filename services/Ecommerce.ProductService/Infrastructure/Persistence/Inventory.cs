using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class Inventory(ProductDbContext context, NpgsqlDataSource database, TimeProvider clock) : IInventory
{
    public async Task<Result<ReservationStatus>> ReserveAsync(
        Guid reservationId, IReadOnlyDictionary<string, int> quantities, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database,
            "SELECT status, sku, requested, available FROM reserve_stock($1, $2, $3, $4, $5)",
            cancellationToken,
            new() { Value = reservationId },
            new() { Value = quantities.Keys.ToArray() },
            new() { Value = quantities.Values.ToArray() },
            new() { Value = expiresAt.ToUniversalTime() },
            new() { Value = clock.GetUtcNow() });
        await using var reader = await statement.Command.ExecuteReaderAsync(cancellationToken);
        var shortages = new List<StockShortage>();
        var status = "";
        while (await reader.ReadAsync(cancellationToken))
        {
            status = reader.GetString(0);
            if (status == "Short")
            {
                shortages.Add(new StockShortage(reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
            }
        }

        return shortages.Count > 0 ? ProductErrors.InsufficientStock(shortages)
            : status is "Released" or "Expired" ? ProductErrors.ReservationReleased
            : Enum.Parse<ReservationStatus>(status);
    }

    public async Task ReleaseAsync(Guid reservationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT end_reservation($1, 'Released', $2)");
        command.Parameters.Add(new() { Value = reservationId });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Result> CommitAsync(Guid reservationId, CancellationToken cancellationToken)
    {
        try
        {
            var status = await ScalarAsync("SELECT commit_reservation($1, $2)", cancellationToken, reservationId, clock.GetUtcNow());
            return status is DBNull or null ? ProductErrors.ReservationNotFound : Result.Success;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return ProductErrors.GoodsGone;
        }
    }

    public Task RestockAsync(Guid returnId, IReadOnlyDictionary<string, int> quantities, CancellationToken cancellationToken) =>
        ScalarAsync(
            "SELECT change_stock($1, 'returned', $2, $3, $4)", cancellationToken, returnId, quantities.Keys.ToArray(), quantities.Values.ToArray(), clock.GetUtcNow());

    public async Task<Result<StockView>> AdjustAsync(Guid adjustmentId, string sku, int difference, string kind, CancellationToken cancellationToken)
    {
        if (await FindAsync(sku, cancellationToken) is null)
        {
            return ProductErrors.ArticleNotFound;
        }

        try
        {
            await ScalarAsync(
                "SELECT change_stock($1, $2, $3, $4, $5)", cancellationToken, adjustmentId, kind, new[] { sku }, new[] { difference }, clock.GetUtcNow());
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return ProductErrors.BelowReserved;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.NumericValueOutOfRange)
        {
            return ProductErrors.TooMany;
        }

        return (await FindAsync(sku, cancellationToken))!;
    }

    public async Task<StockView?> FindAsync(string sku, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT on_hand, reserved FROM stock_levels WHERE sku = $1");
        command.Parameters.Add(new() { Value = sku });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new StockView(sku, reader.GetInt32(0), reader.GetInt32(1)) : null;
    }

    public async Task<int> ExpireAsync(int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var find = database.CreateCommand("SELECT id FROM reservations WHERE status = 'Reserved' AND expires_at <= $1 ORDER BY expires_at LIMIT $2");
        find.Parameters.Add(new() { Value = now });
        find.Parameters.Add(new() { Value = limit });
        var ids = new List<Guid>();
        await using (var reader = await find.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetGuid(0));
            }
        }

        foreach (var id in ids)
        {
            await using var end = database.CreateCommand("SELECT end_reservation($1, 'Expired', $2)");
            end.Parameters.Add(new() { Value = id });
            end.Parameters.Add(new() { Value = now });
            await end.ExecuteNonQueryAsync(cancellationToken);
        }

        return ids.Count;
    }

    // On the context's connection, so that an event's inbox row and its effect are one transaction.
    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)context.Database.GetDbConnection())
            {
                Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
            };
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
            }

            await command.PrepareAsync(cancellationToken);
            return await command.ExecuteScalarAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
