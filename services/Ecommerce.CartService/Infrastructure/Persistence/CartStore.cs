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
        var (refusal, cart) = await CallAsync(statement.Command, cancellationToken);
        return refusal is null ? await CopyAsync(cart!) : CartErrors.Of(refusal);
    }

    public async Task<Result<Cart>> MergeAsync(
        Guid id, Guid customerId, Guid guestCartId, byte[] guestTokenHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var command = InTransaction("SELECT CASE WHEN is_new THEN 'merged' ELSE refusal END, cart::text FROM merge_carts($1, $2, $3, $4, $5, $6)");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = customerId });
        command.Parameters.Add(new() { Value = guestCartId });
        command.Parameters.Add(new() { Value = guestTokenHash });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + options.Value.CustomerLifetime });
        var (outcome, cart) = await CallAsync(command, cancellationToken);
        if (outcome is "merged")
        {
            context.AddToOutbox(new CartMerged(id, guestCartId, customerId, now), now);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await copies.RemoveAsync(guestCartId);
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

    public async Task<int> ExpireAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            UPDATE carts SET status = 'Expired', revision = revision + 1, changed_at = $1
            WHERE id IN (
              SELECT id FROM carts WHERE status = 'Active' AND expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
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
