namespace Ecommerce.Contracts.Cart.Internal;

/// <summary>GET /internal/v1/carts/{id}?customerId=…&amp;cartToken=… → the cart if the caller holds it, else 404 cart.not_found.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="Status">active, frozen, ordered, merged or expired.</param>
/// <param name="CustomerId">Null for a guest's.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">What is in it.</param>
/// <param name="CouponCodes">As typed, in capitals.</param>
public sealed record CartSnapshotDto(
    Guid CartId,
    int Version,
    string Status,
    Guid? CustomerId,
    string Currency,
    IReadOnlyList<CartLineDto> Lines,
    IReadOnlyList<string> CouponCodes);
