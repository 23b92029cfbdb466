using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Inventory;

internal sealed class StockOperations(
    ProductDbContext context, NpgsqlDataSource database, IInventoryReader reader, OutboxInterceptor outbox, OutboxSignal signal, TimeProvider clock) : IInventory
{
    private const string Again = "Again";

    public async Task<Result<ReservationView>> ReserveAsync(
        Guid reservationId, IReadOnlyDictionary<string, int> quantities, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (status, lines, shortages) = await TryReserveAsync(reservationId, quantities, expiresAt, cancellationToken);
            if (status != Again)
            {
                return shortages.Count > 0 ? InventoryErrors.InsufficientStock(shortages)
                    : status is "Released" or "Expired" ? InventoryErrors.ReservationReleased
                    : new ReservationView(Enum.Parse<ReservationStatus>(status), lines);
            }
        }
    }

    public async Task ReleaseAsync(Guid reservationId, CancellationToken cancellationToken) =>
        await EndAsync(reservationId, nameof(ReservationStatus.Released), cancellationToken);

    public async Task<Result> CommitAsync(Guid reservationId, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync("SELECT status, told FROM commit_reservation($1, $2)", cancellationToken, reservationId, clock.GetUtcNow()) switch
            {
                null => InventoryErrors.ReservationNotFound,
                nameof(ReservationStatus.Released) => InventoryErrors.ReservationReleased,
                _ => Result.Success,
            };
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return InventoryErrors.GoodsGone;
        }
    }

    public Task RestockAsync(Guid returnId, IReadOnlyDictionary<string, int> quantities, CancellationToken cancellationToken) =>
        RunAsync(
            "SELECT NULL, change_stock($1, 'returned', $2, $3, $4)", cancellationToken, returnId, quantities.Keys.ToArray(), quantities.Values.ToArray(), clock.GetUtcNow());

    public Task<Result<StockView>> AdjustAsync(Guid adjustmentId, StockAdjustment adjustment, CancellationToken cancellationToken) => ChangeAsync(
        adjustment.Sku, "SELECT NULL, change_stock($1, $2, $3, $4, $5, $6, $7, $8)", cancellationToken,
        adjustmentId, adjustment.Kind, new[] { adjustment.Sku }, new[] { adjustment.Difference }, clock.GetUtcNow(),
        (object?)adjustment.Location ?? DBNull.Value, adjustment.Reason, adjustment.Actor);

    public Task<Result<StockView>> TransferAsync(Guid transferId, StockTransfer transfer, CancellationToken cancellationToken) =>
        transfer.From == transfer.To
            ? Task.FromResult<Result<StockView>>(InventoryErrors.SameLocation)
            : ChangeAsync(
                transfer.Sku, "SELECT NULL, transfer_stock($1, $2, $3, $4, $5, $6, $7)", cancellationToken,
                transferId, transfer.Sku, transfer.From, transfer.To, transfer.Quantity, clock.GetUtcNow(), transfer.Actor);

    public Task<Result<StockView>> SetThresholdAsync(string sku, int? lowAt, CancellationToken cancellationToken) => lowAt is { } units
        ? ChangeAsync(
            sku, "INSERT INTO stock_thresholds (sku, low_at) VALUES ($1, $2) ON CONFLICT (sku) DO UPDATE SET low_at = EXCLUDED.low_at", cancellationToken, sku, units)
        : ChangeAsync(sku, "DELETE FROM stock_thresholds WHERE sku = $1", cancellationToken, sku);

    public async Task<int> ExpireAsync(int limit, CancellationToken cancellationToken)
    {
        await using var find = database.CreateCommand("SELECT id FROM reservations WHERE status = 'Reserved' AND expires_at <= $1 ORDER BY expires_at LIMIT $2");
        find.Parameters.Add(new() { Value = clock.GetUtcNow() });
        find.Parameters.Add(new() { Value = limit });
        var ids = new List<Guid>();
        await using (var rows = await find.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                ids.Add(rows.GetGuid(0));
            }
        }

        // One by one: several in a transaction would lock their articles in no order.
        foreach (var id in ids)
        {
            await EndAsync(id, nameof(ReservationStatus.Expired), cancellationToken);
        }

        return ids.Count;
    }

    private async Task<(string Status, List<ReservedLine> Lines, List<StockShortage> Shortages)> TryReserveAsync(
        Guid reservationId, IReadOnlyDictionary<string, int> quantities, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database, "SELECT status, sku, requested, available, location, told FROM reserve_stock($1, $2, $3, $4, $5)", cancellationToken,
            new() { Value = reservationId },
            new() { Value = quantities.Keys.ToArray() },
            new() { Value = quantities.Values.ToArray() },
            new() { Value = expiresAt.ToUniversalTime() },
            new() { Value = clock.GetUtcNow() });
        await using var rows = await statement.Command.ExecuteReaderAsync(cancellationToken);
        var (status, told) = ("", false);
        var shortages = new List<StockShortage>();
        var lines = new List<ReservedLine>(quantities.Count);
        while (await rows.ReadAsync(cancellationToken))
        {
            status = rows.GetString(0);
            if (status == "Short")
            {
                shortages.Add(new StockShortage(rows.GetString(1), rows.GetInt32(2), rows.GetInt32(3)));
            }
            else if (status is "Reserved" or "Committed")
            {
                lines.Add(new ReservedLine(rows.GetString(1), rows.GetString(4), rows.GetInt32(2)));
                told |= rows.GetBoolean(5);
            }
        }

        if (told)
        {
            signal.Set();
        }

        return (status, lines, shortages);
    }

    private async Task EndAsync(Guid reservationId, string status, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT told FROM end_reservation($1, $2, $3)");
        command.Parameters.Add(new() { Value = reservationId });
        command.Parameters.Add(new() { Value = status });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            signal.Set();
        }
    }

    private async Task<Result<StockView>> ChangeAsync(string sku, string sql, CancellationToken cancellationToken, params object[] values)
    {
        if (await reader.FindAsync(sku, cancellationToken) is null)
        {
            return InventoryErrors.ArticleNotFound;
        }

        try
        {
            await RunAsync(sql, cancellationToken, values);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return InventoryErrors.BelowReserved;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return InventoryErrors.NoSuchLocation;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.NumericValueOutOfRange)
        {
            return InventoryErrors.TooMany;
        }

        return (await reader.FindAsync(sku, cancellationToken))!;
    }

    // On the context's connection, so that an event's inbox row and its effect are one transaction. The first column is the result, the second whether
    // there is an event to send.
    private async Task<string?> RunAsync(string sql, CancellationToken cancellationToken, params object[] values)
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

            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            if (!await rows.ReadAsync(cancellationToken))
            {
                return null;
            }

            var result = await rows.IsDBNullAsync(0, cancellationToken) ? null : rows.GetString(0);
            if (rows.GetBoolean(1))
            {
                outbox.Expect(context);
            }

            return result;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
