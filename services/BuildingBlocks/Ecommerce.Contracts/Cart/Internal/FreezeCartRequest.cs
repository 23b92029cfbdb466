namespace Ecommerce.Contracts.Cart.Internal;

/// <summary>POST /internal/v1/carts/{id}/freeze → 204; 409 cart.version_changed, 409 cart.frozen (by another order), 409 cart.already_ordered. POST /internal/v1/carts/{id}/unfreeze with UnfreezeCartRequest → 204, also where it is not frozen by that order; a late freeze by that order is then refused.</summary>
/// <param name="OrderId">Who freezes it</param>
/// <param name="Version">The version that the order was made from.</param>
public sealed record FreezeCartRequest(
    Guid OrderId,
    int Version);
