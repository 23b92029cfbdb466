using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>Loads and stores wishlists; one unit of work per scope.</summary>
internal interface IWishlistStore
{
    /// <summary>A list, if it is the customer's.</summary>
    Task<Wishlist?> FindAsync(Guid id, Guid customerId, CancellationToken cancellationToken);

    Task<Wishlist?> FindSharedAsync(byte[] shareHash, CancellationToken cancellationToken);

    /// <summary>All of a customer's lists, oldest first; there are few.</summary>
    Task<IReadOnlyList<Wishlist>> ListAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Makes a list, the first one as the default. Without a name: the default list, made where there is none.</summary>
    Task<Result<Wishlist>> CreateAsync(Guid id, Guid customerId, string? name, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes a list; the oldest of the others becomes the default where it was.</summary>
    Task<Result> RemoveAsync(Wishlist wishlist, CancellationToken cancellationToken);

    /// <summary>Makes a list the default instead of the one that was, and saves.</summary>
    Task SetDefaultAsync(Wishlist wishlist, CancellationToken cancellationToken);

    /// <summary>Saves.</summary>
    /// <returns>A refusal where the name is taken.</returns>
    Task<Result> SaveAsync(CancellationToken cancellationToken);

    Task<WishlistItem?> FindItemAsync(Guid wishlistId, string sku, CancellationToken cancellationToken);

    /// <summary>A list's items, newest first.</summary>
    Task<IReadOnlyList<WishlistItem>> ListItemsAsync(Guid wishlistId, Guid? beforeId, int limit, CancellationToken cancellationToken);

    /// <summary>Adds an article, unless it is there.</summary>
    /// <returns>What is there now.</returns>
    Task<Result<WishlistItem>> AddItemAsync(WishlistItem item, CancellationToken cancellationToken);

    /// <returns>False where it was not there.</returns>
    Task<bool> RemoveItemAsync(Guid itemId, CancellationToken cancellationToken);
}
