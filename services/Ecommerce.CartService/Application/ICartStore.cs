using Ecommerce.CartService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application;

/// <summary>Carts. Each change is one statement and one commit; concurrent changes of one cart wait for each other and all count.</summary>
internal interface ICartStore
{
    /// <summary>The cart as it is.</summary>
    Task<Cart?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The cart for showing: from the fast copy where there is one.</summary>
    Task<Cart?> ReadAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Makes a cart; a customer who has one gets that.</summary>
    Task<(Cart Cart, bool IsNew)> CreateAsync(Guid id, CartHolder holder, string currency, CancellationToken cancellationToken);

    /// <summary>Changes what is in a cart.</summary>
    /// <param name="id">The cart.</param>
    /// <param name="holder">Who asks.</param>
    /// <param name="version">The version that the change is based on; null for any.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Result<Cart>> ChangeAsync(Guid id, CartHolder holder, int? version, CartChange change, CancellationToken cancellationToken);

    /// <summary>Notes what the shopper was shown, where the cart is still as it was shown.</summary>
    Task RecordLookAsync(Guid id, int version, CartLook look, CancellationToken cancellationToken);

    /// <summary>The cart that a customer shops with now.</summary>
    Task<Cart?> FindLiveAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Puts a guest's cart into a customer's, once however often it is called.</summary>
    /// <param name="id">The customer's cart.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="guest">The guest's cart.</param>
    /// <param name="stock">How many there are of each article: both carts' units are summed up to that.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Result<Cart>> MergeAsync(
        Guid id, Guid customerId, GuestCart guest, IReadOnlyDictionary<string, int> stock, CancellationToken cancellationToken);

    /// <summary>Keeps a cart as it is while an order is made; once per order.</summary>
    Task<Result> FreezeAsync(Guid id, Guid orderId, int version, CancellationToken cancellationToken);

    /// <summary>Gives a cart back, and refuses any later freeze by that order.</summary>
    Task UnfreezeAsync(Guid id, Guid orderId, CancellationToken cancellationToken);

    /// <summary>Closes a cart whose order is binding. Part of the unit of work of the message that says so.</summary>
    Task MarkOrderedAsync(Guid id, Guid orderId, CancellationToken cancellationToken);

    /// <summary>Tells of some carts that nobody has touched for a while, once until they are changed again.</summary>
    /// <returns>How many were looked at.</returns>
    Task<int> AbandonAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Expires some carts that nobody touched.</summary>
    /// <returns>How many.</returns>
    Task<int> ExpireAsync(int limit, CancellationToken cancellationToken);
}
