using System.Text.Json;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Domain;
using Ecommerce.CartService.Infrastructure.FastCopies;
using Ecommerce.Contracts.Cart;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>Calls the functions of the database: one round trip and one commit a change. The fast copy follows the commit.</summary>
internal sealed class CartStore(
    NpgsqlDataSource database, CartDbContext context, CartCopies copies, IOptions<CartOptions> options, TimeProvider clock) : ICartStore
{
    public async Task<Cart?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(database, "SELECT cart_json($1)", cancellationToken, new NpgsqlParameter { Value = id });
        return await statement.Command.ExecuteScalarAsync(cancellationToken) is string json ? CartJson.Read(json) : null;
    }

    public async Task<Cart?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await copies.FindAsync(id) is { } copy)
        {
            return copy;
        }

        var cart = await FindAsync(id, cancellationToken);
        if (cart is not null)
        {
            await copies.PutAsync(cart);
        }

        return cart;
    }

    public async Task<(Cart Cart, bool IsNew)> CreateAsync(Guid id, CartHolder holder, string currency, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var statement = await PreparedStatement.OpenAsync(
            database,
            "SELECT is_new::text, cart::text FROM create_cart($1, $2, $3, $4, $5, $6)",
            cancellationToken,
            new() { Value = id },
            CustomerOf(holder),
            TokenOf(holder),
            new() { Value = currency },
            new() { Value = now },
            new() { Value = now + (holder.CustomerId is null ? options.Value.GuestLifetime : options.Value.CustomerLifetime) });
        var (isNew, cart) = await CallAsync(statement.Command, cancellationToken);
        return (await CopyAsync(cart!), isNew == "true");
    }

    public async Task<Result<Cart>> ChangeAsync(
        Guid id, CartHolder holder, int? version, CartChange change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var statement = await PreparedStatement.OpenAsync(
            database,
            "SELECT refusal, cart::text FROM change_cart($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            cancellationToken,
            new() { Value = id },
            CustomerOf(holder),
            TokenOf(holder),
            new() { Value = (object?)version ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            new() { Value = change.Operation },
            new() { Value = JsonSerializer.Serialize(change, change.GetType(), CartJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = now },
            new() { Value = now + options.Value.GuestLifetime },
            new() { Value = now + options.Value.CustomerLifetime });
        try
        {
            var (refusal, cart) = await CallAsync(statement.Command, cancellationToken);
            return refusal is null ? await CopyAsync(cart!) : CartErrors.Of(refusal);
        }
        catch
        {
            // Whether it was done is open, so the copy may be old: whoever looks next asks the database.
            await copies.RemoveAsync(id);
            throw;
        }
    }

    public async Task RecordLookAsync(Guid id, int version, CartLook look, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "UPDATE carts SET look = $3, revision = revision + 1 WHERE id = $1 AND version = $2 AND status = 'Active'");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = version });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(look, CartJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0 && await FindAsync(id, cancellationToken) is { } looked)
        {
            await copies.PutAsync(looked);
        }
    }

    public async Task<Cart?> FindLiveAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT cart_json(id) FROM carts WHERE customer_id = $1 AND status IN ('Active', 'Frozen')");
        command.Parameters.Add(new() { Value = customerId });
        return await command.ExecuteScalarAsync(cancellationToken) is string json ? CartJson.Read(json) : null;
    }

    public async Task<Result<Cart>> MergeAsync(
        Guid id, Guid customerId, GuestCart guest, IReadOnlyDictionary<string, int> stock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var command = InTransaction("SELECT CASE WHEN is_new THEN 'merged' ELSE refusal END, cart::text FROM merge_carts($1, $2, $3, $4, $5, $6, $7)");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = customerId });
        command.Parameters.Add(new() { Value = guest.Id });
        command.Parameters.Add(new() { Value = guest.TokenHash });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(stock), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + options.Value.CustomerLifetime });
        var (outcome, cart) = await CallAsync(command, cancellationToken);
        if (outcome is "merged")
        {
            context.AddToOutbox(new CartMerged(id, guest.Id, customerId, now), now);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            // Not removed: whoever read the guest's cart before would write it back, and this is newer.
            if (await FindAsync(guest.Id, CancellationToken.None) is { } merged)
            {
                await copies.PutAsync(merged);
            }
        }

        return outcome is null or "merged" ? await CopyAsync(cart!) : CartErrors.Of(outcome);
    }

    public async Task<Result> FreezeAsync(Guid id, Guid orderId, int version, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database,
            "SELECT refusal, cart::text FROM freeze_cart($1, $2, $3, $4)",
            cancellationToken,
            new() { Value = id },
            new() { Value = orderId },
            new() { Value = version },
            new() { Value = clock.GetUtcNow() });
        var (refusal, cart) = await CallAsync(statement.Command, cancellationToken);
        if (refusal is not null)
        {
            return CartErrors.Of(refusal);
        }

        await CopyAsync(cart!);
        return Result.Success;
    }

    public async Task UnfreezeAsync(Guid id, Guid orderId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand("SELECT NULL::text, unfreeze_cart($1, $2, $3, $4, $5)::text");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = orderId });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + options.Value.GuestLifetime });
        command.Parameters.Add(new() { Value = now + options.Value.CustomerLifetime });
        if ((await CallAsync(command, cancellationToken)).Cart is { } cart)
        {
            await CopyAsync(cart);
        }
    }

    public async Task MarkOrderedAsync(Guid id, Guid orderId, CancellationToken cancellationToken)
    {
        await using var command = InTransaction("SELECT NULL::text, order_cart($1, $2, $3)::text");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = orderId });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });

        await command.PrepareAsync(cancellationToken);

        // Ahead of the commit, which is sure to come: the order is a fact and its message is delivered until it is handled.
        if ((await CallAsync(command, cancellationToken)).Cart is { } cart)
        {
            await CopyAsync(cart);
        }
    }

    public async Task<int> AbandonAsync(int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        TimeSpan[] ages = [options.Value.AbandonedAfter, options.Value.GuestLifetime, options.Value.CustomerLifetime];
        var untouchedSince = now - ages.Min();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Database.SqlQuery<string>($"""
            UPDATE carts SET abandoned_at = {now}
            WHERE id IN (
              SELECT id FROM carts WHERE status = 'Active' AND abandoned_at IS NULL AND changed_at <= {untouchedSince}
              ORDER BY changed_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING cart_json(id) AS "Value"
            """).ToListAsync(cancellationToken);
        foreach (var cart in found.Select(CartJson.Read).Where(cart => cart.Lines.Count > 0))
        {
            context.AddToOutbox(
                new CartAbandoned(
                    cart.Id, cart.CustomerId, cart.Email, cart.Currency,
                    [.. cart.Lines.Select(line => new AbandonedLineDto(
                        line.Sku, line.ProductId, line.Name, line.VariantName, line.ImageUrl, line.Quantity, line.UnitPrice))],
                    now),
                now);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found.Count;
    }

    public async Task<int> ExpireAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            UPDATE carts SET status = 'Expired', revision = revision + 1, changed_at = $1
            WHERE id IN (
              SELECT id FROM carts WHERE status = 'Active' AND abandoned_at IS NOT NULL AND expires_at <= $1
              ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = limit });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter CustomerOf(CartHolder holder) =>
        new() { Value = (object?)holder.CustomerId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter TokenOf(CartHolder holder) =>
        new() { Value = (object?)holder.TokenHash ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };

    // First column: what was said; second column: the cart, where there is one.
    private static async Task<(string? Said, string? Cart)> CallAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (
            await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0),
            await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1));
    }

    private NpgsqlCommand InTransaction(string sql) => new(sql, (NpgsqlConnection)context.Database.GetDbConnection())
    {
        Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
    };

    private async Task<Cart> CopyAsync(string json)
    {
        var cart = CartJson.Read(json);
        await copies.PutAsync(cart);
        return cart;
    }
}
