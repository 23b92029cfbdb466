using System.Security.Cryptography;

namespace Ecommerce.CartService.Domain;

/// <summary>
/// A cart as it is at a revision. It is changed by the database's own functions, one statement a change, so that concurrent
/// changes all count; here are the rules for reading it.
/// </summary>
/// <param name="Id">The cart.</param>
/// <param name="Version">Grows with each change of what is in it.</param>
/// <param name="Revision">Grows with each change of any kind; tells a newer copy from an older one.</param>
/// <param name="Status">Its life.</param>
/// <param name="CustomerId">Null for a guest's.</param>
/// <param name="TokenHash">SHA-256 of a guest's secret.</param>
/// <param name="Currency">ISO 4217; never changes.</param>
/// <param name="CouponCodes">In capitals, in the order of adding.</param>
/// <param name="Destination">Null until it is known.</param>
/// <param name="Email">Null until it is known.</param>
/// <param name="ExpiresAt">When it expires if nothing changes.</param>
/// <param name="Lines">In the order of adding.</param>
/// <param name="SavedLines">Kept for later, in the order of saving; null for none.</param>
/// <param name="Look">What the shopper was shown since the last change; null for nothing yet.</param>
internal sealed record Cart(
    Guid Id,
    int Version,
    long Revision,
    CartStatus Status,
    Guid? CustomerId,
    byte[]? TokenHash,
    string Currency,
    IReadOnlyList<string> CouponCodes,
    CartDestination? Destination,
    string? Email,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<CartLine> Lines,
    IReadOnlyList<SavedLine>? SavedLines = null,
    CartLook? Look = null)
{
    /// <summary>Lines, those that are saved for later included.</summary>
    public const int MaximumLines = 200;
    public const int MaximumCoupons = 10;

    /// <summary>Whether it is the caller's; a cart that is not does not exist for them.</summary>
    public bool IsHeldBy(CartHolder holder) => CustomerId is { } owner
        ? holder.CustomerId == owner
        : TokenHash is not null && holder.TokenHash is not null && CryptographicOperations.FixedTimeEquals(TokenHash, holder.TokenHash);
}
