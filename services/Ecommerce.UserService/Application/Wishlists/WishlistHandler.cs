using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Domain;
using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>What customers do with their lists.</summary>
internal sealed class WishlistHandler(IWishlistStore wishlists, ICustomerStore customers, ICatalogue catalogue, ICarts carts, TimeProvider clock)
{
    public async Task<Result<Wishlist>> CreateAsync(Guid id, Guid customerId, string? name, CancellationToken cancellationToken) =>
        await customers.FindAsync(customerId, cancellationToken) is null
            ? CustomerErrors.NotFound
            : await wishlists.CreateAsync(id, customerId, name, clock.GetUtcNow(), cancellationToken);

    public async Task<Result<Wishlist>> ChangeAsync(Guid id, Guid customerId, int? version, string name, bool isDefault, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(id, customerId, cancellationToken) is not { } wishlist)
        {
            return WishlistErrors.NotFound;
        }

        if (version is { } expected && expected != wishlist.Version)
        {
            return WishlistErrors.Stale;
        }

        wishlist.Rename(name);
        var saved = await wishlists.SaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved.Error;
        }

        if (isDefault && !wishlist.IsDefault)
        {
            await wishlists.SetDefaultAsync(wishlist, cancellationToken);
        }

        return wishlist;
    }

    public async Task<Result> RemoveAsync(Guid id, Guid customerId, CancellationToken cancellationToken) =>
        await wishlists.FindAsync(id, customerId, cancellationToken) is { } wishlist
            ? await wishlists.RemoveAsync(wishlist, cancellationToken)
            : WishlistErrors.NotFound;

    /// <returns>The link's secret, shown once.</returns>
    public async Task<Result<string>> ShareAsync(Guid id, Guid customerId, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(id, customerId, cancellationToken) is not { } wishlist)
        {
            return WishlistErrors.NotFound;
        }

        var token = ShareLink.Create();
        wishlist.Share(ShareLink.Hash(token), clock.GetUtcNow());
        await wishlists.SaveAsync(cancellationToken);
        return token;
    }

    public async Task<Result> UnshareAsync(Guid id, Guid customerId, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(id, customerId, cancellationToken) is not { } wishlist)
        {
            return WishlistErrors.NotFound;
        }

        wishlist.Unshare();
        return await wishlists.SaveAsync(cancellationToken);
    }

    public async Task<Result<WishlistItem>> AddAsync(Guid itemId, Guid wishlistId, Guid customerId, string sku, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(wishlistId, customerId, cancellationToken) is null)
        {
            return WishlistErrors.NotFound;
        }

        if (await customers.FindAsync(customerId, cancellationToken) is not { } customer)
        {
            return CustomerErrors.NotFound;
        }

        var found = await catalogue.FindAsync(sku, customer.Currency, cancellationToken);
        if (!found.IsSuccess && found.Error is { } refused)
        {
            return refused;
        }

        if (found.Value is not { } article)
        {
            return WishlistErrors.ArticleUnknown(sku);
        }

        var item = WishlistItem.Of(
            itemId, wishlistId, article.Sku, article.ProductId, article.Name, article.VariantName, article.ImageUrl, article.UnitPrice, article.Currency, clock.GetUtcNow());
        return await wishlists.AddItemAsync(item, cancellationToken);
    }

    public async Task<Result> RemoveItemAsync(Guid wishlistId, Guid customerId, string sku, CancellationToken cancellationToken)
    {
        var item = await FindItemAsync(wishlistId, customerId, sku, cancellationToken);
        return item.IsSuccess && await wishlists.RemoveItemAsync(item.Value.Id, cancellationToken) ? Result.Success : item.Error ?? WishlistErrors.ItemNotFound;
    }

    /// <summary>Puts an article into the customer's cart, then takes it off the list. The item's id makes a repetition after a crash add nothing more.</summary>
    public async Task<Result<CustomerCartDto>> MoveToCartAsync(Guid wishlistId, Guid customerId, string sku, int quantity, CancellationToken cancellationToken)
    {
        var item = await FindItemAsync(wishlistId, customerId, sku, cancellationToken);
        if (!item.IsSuccess)
        {
            return item.Error;
        }

        if (await customers.FindAsync(customerId, cancellationToken) is not { } customer)
        {
            return CustomerErrors.NotFound;
        }

        var added = await carts.AddAsync(new AddCustomerLineRequest(customerId, customer.Currency, sku, quantity, item.Value.Id), cancellationToken);
        if (added.IsSuccess)
        {
            await wishlists.RemoveItemAsync(item.Value.Id, cancellationToken);
        }

        return added;
    }

    private async Task<Result<WishlistItem>> FindItemAsync(Guid wishlistId, Guid customerId, string sku, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(wishlistId, customerId, cancellationToken) is null)
        {
            return WishlistErrors.NotFound;
        }

        return await wishlists.FindItemAsync(wishlistId, sku, cancellationToken) is { } item ? item : WishlistErrors.ItemNotFound;
    }
}
