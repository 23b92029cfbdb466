using System.Text.Json;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Images;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Images;
using Ecommerce.SharedKernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Ecommerce.ProductService.Infrastructure.Images;

/// <summary>Changes lock the product's row first and tell of the product last, as all changes of products do.</summary>
internal sealed class ProductImages(NpgsqlDataSource database, OutboxSignal signal, TimeProvider clock) : IProductImages
{
    private const string Path = "/api/v1/images/";
    private const string Columns = "id, position, alt, sku, url, width, height, renditions::text";

    public async Task NoteObjectsAsync(IReadOnlyList<RenderedImage> objects, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            INSERT INTO image_objects (name, noted_at) SELECT DISTINCT unnest($1), $2 ORDER BY 1 ON CONFLICT (name) DO UPDATE SET noted_at = EXCLUDED.noted_at
            """);
        command.Parameters.Add(new() { Value = objects.Select(one => one.ObjectName).ToArray() });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task<Result<ImageView>> AddAsync(
        Guid productId, Guid imageId, string? alt, string? sku, IReadOnlyList<RenderedImage> objects, CancellationToken cancellationToken) =>
        ChangeAsync<ImageView>(productId, sku, async connection =>
        {
            var present = await ReadAsync(connection, "WHERE product_id = $1", productId, cancellationToken);
            if (present.Find(image => image.Id == imageId) is { } added)
            {
                return added;
            }

            if (present.Count >= ImageRules.MostPerProduct)
            {
                return ImageErrors.TooMany;
            }

            var renditions = objects.Select(one => new RenditionView(one.Name, Path + one.ObjectName, one.Width, one.Height)).ToArray();
            var largest = renditions[^1];
            await ExecuteAsync(
                connection,
                """
                INSERT INTO product_images (id, product_id, position, alt, sku, url, width, height, renditions)
                VALUES ($1, $2, COALESCE((SELECT max(position) + 1 FROM product_images WHERE product_id = $2), 0), $3, $4, $5, $6, $7, $8)
                """,
                cancellationToken, imageId, productId, Text(alt), Text(sku), largest.Url, largest.Width, largest.Height,
                new NpgsqlParameter { Value = JsonSerializer.Serialize(renditions, JsonSerializerOptions.Web), NpgsqlDbType = NpgsqlDbType.Jsonb });
            await ExecuteAsync(
                connection, "INSERT INTO product_image_objects (image_id, name) SELECT DISTINCT $1, unnest($2)", cancellationToken,
                imageId, objects.Select(one => one.ObjectName).ToArray());
            return (await ReadAsync(connection, "WHERE id = $1", imageId, cancellationToken))[0];
        }, cancellationToken);

    public async Task<IReadOnlyList<ImageView>?> ListAsync(Guid productId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var images = await ReadAsync(connection, "WHERE product_id = $1", productId, cancellationToken);
        return images.Count > 0 || await ExistsAsync(connection, "SELECT 1 FROM products WHERE id = $1", cancellationToken, productId) ? images : null;
    }

    public Task<Result<ImageView>> ChangeAsync(Guid productId, Guid imageId, string? alt, string? sku, CancellationToken cancellationToken) =>
        ChangeAsync<ImageView>(productId, sku, async connection =>
            await ExecuteAsync(
                connection, "UPDATE product_images SET alt = $3, sku = $4 WHERE product_id = $1 AND id = $2", cancellationToken, productId, imageId, Text(alt), Text(sku)) == 0
                ? ImageErrors.NotFound
                : (await ReadAsync(connection, "WHERE id = $1", imageId, cancellationToken))[0],
            cancellationToken);

    public Task<Result<IReadOnlyList<ImageView>>> ReorderAsync(Guid productId, IReadOnlyList<Guid> imageIds, CancellationToken cancellationToken) =>
        ChangeAsync<IReadOnlyList<ImageView>>(productId, null, async connection =>
        {
            var present = await ReadAsync(connection, "WHERE product_id = $1", productId, cancellationToken);
            if (imageIds.Count != present.Count || !present.Select(image => image.Id).ToHashSet().SetEquals(imageIds))
            {
                return ImageErrors.OtherImages;
            }

            await ExecuteAsync(
                connection, "UPDATE product_images i SET position = o.position - 1 FROM unnest($2) WITH ORDINALITY AS o(id, position) WHERE i.product_id = $1 AND i.id = o.id",
                cancellationToken, productId, imageIds.ToArray());
            return await ReadAsync(connection, "WHERE product_id = $1", productId, cancellationToken);
        }, cancellationToken);

    public async Task<Result> RemoveAsync(Guid productId, Guid imageId, CancellationToken cancellationToken)
    {
        var removed = await ChangeAsync<bool>(productId, null, async connection =>
            await ExecuteAsync(connection, "DELETE FROM product_images WHERE product_id = $1 AND id = $2", cancellationToken, productId, imageId) == 0
                ? ImageErrors.NotFound
                : true, cancellationToken);
        return removed.Error is { } refusal ? refusal : Result.Success;
    }

    public async Task<int> RemoveUnusedAsync(DateTimeOffset notedBefore, int limit, Func<string, CancellationToken, Task> remove, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (removed < limit && await RemoveOneAsync(notedBefore, remove, cancellationToken))
        {
            removed++;
        }

        return removed;
    }

    // The row stays locked while the object goes: an upload of the same picture waits to note it, and then stores it anew.
    private async Task<bool> RemoveOneAsync(DateTimeOffset notedBefore, Func<string, CancellationToken, Task> remove, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            DELETE FROM image_objects WHERE name = (
              SELECT o.name FROM image_objects o
              WHERE o.noted_at < $1 AND NOT EXISTS (SELECT 1 FROM product_image_objects u WHERE u.name = o.name)
              ORDER BY o.noted_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING name
            """,
            connection, transaction) { Parameters = { new() { Value = notedBefore } } };
        if (await command.ExecuteScalarAsync(cancellationToken) is not string name)
        {
            return false;
        }

        await remove(name, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<Result<T>> ChangeAsync<T>(Guid productId, string? sku, Func<NpgsqlConnection, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await ExistsAsync(connection, "SELECT 1 FROM products WHERE id = $1 FOR NO KEY UPDATE", cancellationToken, productId))
        {
            return ProductErrors.NotFound;
        }

        if (sku is not null && !await ExistsAsync(connection, "SELECT 1 FROM variants WHERE product_id = $1 AND sku = $2", cancellationToken, productId, sku))
        {
            return ImageErrors.NotItsVariant;
        }

        var changed = await change(connection);
        if (changed.IsSuccess)
        {
            await ExecuteAsync(connection, "SELECT tell_products(ARRAY[$1], $2)", cancellationToken, productId, clock.GetUtcNow());
            await transaction.CommitAsync(cancellationToken);
            signal.Set();
        }

        return changed;
    }

    private static async Task<List<ImageView>> ReadAsync(NpgsqlConnection connection, string where, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns} FROM product_images {where} ORDER BY position, id", connection) { Parameters = { new() { Value = id } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var images = new List<ImageView>();
        while (await rows.ReadAsync(cancellationToken))
        {
            images.Add(new ImageView(
                rows.GetGuid(0), rows.GetInt32(1),
                await rows.IsDBNullAsync(2, cancellationToken) ? null : rows.GetString(2),
                await rows.IsDBNullAsync(3, cancellationToken) ? null : rows.GetString(3),
                rows.GetString(4), rows.GetInt32(5), rows.GetInt32(6),
                JsonSerializer.Deserialize<RenditionView[]>(rows.GetString(7), JsonSerializerOptions.Web)!));
        }

        return images;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = CommandOf(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = CommandOf(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
