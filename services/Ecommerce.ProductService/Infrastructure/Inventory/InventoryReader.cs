using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Npgsql;
using NpgsqlTypes;

namespace Ecommerce.ProductService.Infrastructure.Inventory;

internal sealed class InventoryReader(NpgsqlDataSource database) : IInventoryReader
{
    private const string Stock = """
        SELECT a.sku, t.low_at, s.location, s.on_hand, s.reserved, s.is_sellable
        FROM ({0}) AS a(sku)
        LEFT JOIN stock_thresholds t ON t.sku = a.sku
        LEFT JOIN (stock_levels s JOIN stock_locations l ON l.code = s.location) ON s.sku = a.sku
        ORDER BY a.sku, l.priority, l.code
        """;

    // An article is one that the catalogue sells, or that stock is known of.
    private const string One = "SELECT $1 WHERE EXISTS (SELECT 1 FROM variants v WHERE v.sku = $1) OR EXISTS (SELECT 1 FROM stock_levels x WHERE x.sku = $1)";

    private const string All = "SELECT DISTINCT x.sku FROM stock_levels x WHERE x.sku > $1 ORDER BY x.sku LIMIT $2";

    private const string AtLocation = "SELECT x.sku FROM stock_levels x WHERE x.location = $3 AND x.sku > $1 ORDER BY x.sku LIMIT $2";

    private const string Low = """
        SELECT h.sku FROM stock_thresholds h
        WHERE h.sku > $1 AND h.low_at >= COALESCE((SELECT sum(x.on_hand - x.reserved) FROM stock_levels x WHERE x.sku = h.sku AND x.is_sellable), 0)
          AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM stock_levels x WHERE x.sku = h.sku AND x.location = $3))
        ORDER BY h.sku LIMIT $2
        """;

    public async Task<StockView?> FindAsync(string sku, CancellationToken cancellationToken) =>
        (await ReadAsync(One, cancellationToken, new NpgsqlParameter<string> { TypedValue = sku })).SingleOrDefault();

    public Task<IReadOnlyList<StockView>> ListAsync(bool lowOnly, string? location, string? afterSku, int limit, CancellationToken cancellationToken)
    {
        List<NpgsqlParameter> parameters = [new NpgsqlParameter<string> { TypedValue = afterSku ?? "" }, new NpgsqlParameter<int> { TypedValue = limit }];
        if (lowOnly || location is not null)
        {
            parameters.Add(new NpgsqlParameter { Value = (object?)location ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        return ReadAsync(lowOnly ? Low : location is null ? All : AtLocation, cancellationToken, [.. parameters]);
    }

    public async Task<IReadOnlyList<MovementView>> ListMovementsAsync(string sku, long? beforeId, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT id, location, kind, on_hand_change, reserved_change, reference, reason, actor, at
            FROM stock_movements WHERE sku = $1 AND id < $2 ORDER BY id DESC LIMIT $3
            """);
        command.Parameters.Add(new() { Value = sku });
        command.Parameters.Add(new() { Value = beforeId ?? long.MaxValue });
        command.Parameters.Add(new() { Value = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var movements = new List<MovementView>();
        while (await rows.ReadAsync(cancellationToken))
        {
            movements.Add(new MovementView(
                rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3), rows.GetInt32(4), rows.GetGuid(5),
                await rows.IsDBNullAsync(6, cancellationToken) ? null : rows.GetString(6),
                await rows.IsDBNullAsync(7, cancellationToken) ? null : rows.GetString(7),
                await rows.GetFieldValueAsync<DateTimeOffset>(8, cancellationToken)));
        }

        return movements;
    }

    public async Task<(ReservationView Reservation, DateTimeOffset ExpiresAt)?> FindReservationAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT r.status, r.expires_at, l.sku, l.location, l.quantity
            FROM reservations r LEFT JOIN reservation_lines l ON l.reservation_id = r.id WHERE r.id = $1 ORDER BY l.sku, l.location
            """);
        command.Parameters.Add(new() { Value = id });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        ReservationStatus? status = null;
        DateTimeOffset expiresAt = default;
        var lines = new List<ReservedLine>();
        while (await rows.ReadAsync(cancellationToken))
        {
            status = Enum.Parse<ReservationStatus>(rows.GetString(0));
            expiresAt = await rows.GetFieldValueAsync<DateTimeOffset>(1, cancellationToken);
            if (!await rows.IsDBNullAsync(2, cancellationToken))
            {
                lines.Add(new ReservedLine(rows.GetString(2), rows.GetString(3), rows.GetInt32(4)));
            }
        }

        return status is { } found ? (new ReservationView(found, lines), expiresAt) : null;
    }

    private async Task<IReadOnlyList<StockView>> ReadAsync(string articles, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(Stock.Replace("{0}", articles, StringComparison.Ordinal));
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string Sku, int? LowAt, List<LevelView> Levels)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var sku = rows.GetString(0);
            if (found.Count == 0 || found[^1].Sku != sku)
            {
                found.Add((sku, await rows.IsDBNullAsync(1, cancellationToken) ? null : rows.GetInt32(1), []));
            }

            if (!await rows.IsDBNullAsync(2, cancellationToken))
            {
                found[^1].Levels.Add(new LevelView(rows.GetString(2), rows.GetInt32(3), rows.GetInt32(4), rows.GetBoolean(5)));
            }
        }

        return
        [
            .. found.Select(article => new StockView(
                article.Sku, article.Levels.Sum(level => (long)level.OnHand), article.Levels.Sum(level => (long)level.Reserved),
                article.Levels.Where(level => level.IsSellable).Sum(level => level.OnHand - level.Reserved), article.LowAt, article.Levels)),
        ];
    }
}
