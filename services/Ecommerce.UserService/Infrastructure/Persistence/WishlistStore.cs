using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.Wishlists;
using Ecommerce.UserService.Domain;
using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.UserService.Infrastructure.Persistence;

/// <summary>Who changes the number of lists or of items holds a lock on customer or list, so that limits and the default hold at the same time.</summary>
internal sealed class WishlistStore(UserDbContext context) : IWishlistStore
{
    public Task<Wishlist?> FindAsync(Guid id, Guid customerId, CancellationToken cancellationToken) =>
        context.Wishlists.FirstOrDefaultAsync(wishlist => wishlist.Id == id && wishlist.CustomerId == customerId, cancellationToken);

    public Task<Wishlist?> FindSharedAsync(byte[] shareHash, CancellationToken cancellationToken) =>
        context.Wishlists.AsNoTracking().FirstOrDefaultAsync(wishlist => wishlist.ShareHash == shareHash, cancellationToken);

    public async Task<IReadOnlyList<Wishlist>> ListAsync(Guid customerId, CancellationToken cancellationToken) =>
        await context.Wishlists.AsNoTracking().Where(wishlist => wishlist.CustomerId == customerId).OrderBy(wishlist => wishlist.Id).ToListAsync(cancellationToken);

    public async Task<Result<Wishlist>> CreateAsync(Guid id, Guid customerId, string? name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await LockCustomerAsync(customerId, cancellationToken))
        {
            return CustomerErrors.NotFound;
        }

        var lists = await context.Wishlists.Where(wishlist => wishlist.CustomerId == customerId).ToListAsync(cancellationToken);
        if (lists.Find(list => name is null ? list.IsDefault : list.Id == id) is { } existing)
        {
            return existing;
        }

        if (lists.Count >= Wishlist.MostLists)
        {
            return WishlistErrors.TooManyLists;
        }

        var wishlist = Wishlist.Create(id, customerId, name ?? Wishlist.DefaultName, lists.Count == 0, now);
        context.Add(wishlist);
        var saved = await SaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return wishlist;
    }

    public async Task<Result> RemoveAsync(Wishlist wishlist, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LockCustomerAsync(wishlist.CustomerId, cancellationToken);
        await context.WishlistItems.Where(item => item.WishlistId == wishlist.Id).ExecuteDeleteAsync(cancellationToken);
        context.Remove(wishlist);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"""
            UPDATE wishlists SET is_default = TRUE, version = version + 1
            WHERE id = (SELECT id FROM wishlists WHERE customer_id = {wishlist.CustomerId} ORDER BY id LIMIT 1)
              AND NOT EXISTS (SELECT 1 FROM wishlists WHERE customer_id = {wishlist.CustomerId} AND is_default)
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task SetDefaultAsync(Wishlist wishlist, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LockCustomerAsync(wishlist.CustomerId, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE wishlists SET is_default = FALSE, version = version + 1 WHERE customer_id = {wishlist.CustomerId} AND is_default", cancellationToken);
        wishlist.SetDefault(true);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<Result> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return WishlistErrors.NameTaken;
        }
    }

    public Task<WishlistItem?> FindItemAsync(Guid wishlistId, string sku, CancellationToken cancellationToken) =>
        context.WishlistItems.AsNoTracking().FirstOrDefaultAsync(item => item.WishlistId == wishlistId && item.Sku == sku, cancellationToken);

    public async Task<IReadOnlyList<WishlistItem>> ListItemsAsync(Guid wishlistId, Guid? beforeId, int limit, CancellationToken cancellationToken)
    {
        var items = context.WishlistItems.AsNoTracking().Where(item => item.WishlistId == wishlistId);
        if (beforeId is { } id)
        {
            items = items.Where(item => item.Id < id);
        }

        return await items.OrderByDescending(item => item.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<Result<WishlistItem>> AddItemAsync(WishlistItem item, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if ((await context.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM wishlists WHERE id = {item.WishlistId} FOR UPDATE").ToListAsync(cancellationToken)).Count == 0)
        {
            // It was removed while product-service was asked.
            return WishlistErrors.NotFound;
        }

        if (await FindItemAsync(item.WishlistId, item.Sku, cancellationToken) is { } existing)
        {
            return existing;
        }

        if (await context.WishlistItems.CountAsync(other => other.WishlistId == item.WishlistId, cancellationToken) >= Wishlist.MostItems)
        {
            return WishlistErrors.TooManyItems;
        }

        context.Add(item);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return item;
    }

    public async Task<bool> RemoveItemAsync(Guid itemId, CancellationToken cancellationToken) =>
        await context.WishlistItems.Where(item => item.Id == itemId).ExecuteDeleteAsync(cancellationToken) == 1;

    private async Task<bool> LockCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM customers WHERE id = {customerId} FOR UPDATE").ToListAsync(cancellationToken)).Count == 1;
}
