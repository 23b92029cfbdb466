using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>The table of carts, for its migrations; rows are read and changed by <see cref="Migrations.CartFunctions"/>.</summary>
internal sealed class CartRow
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required long Revision { get; init; }

    public required CartStatus Status { get; init; }

    public Guid? CustomerId { get; init; }

    public byte[]? TokenHash { get; init; }

    public required string Currency { get; init; }

    public required string[] CouponCodes { get; init; }

    public string? Country { get; init; }

    public string? Region { get; init; }

    public string? PostalCode { get; init; }

    public string? Email { get; init; }

    public Guid? OrderId { get; init; }

    public Guid? MergedInto { get; init; }

    /// <summary>Requests under an idempotency key that were done last.</summary>
    public required Guid[] RecentRequests { get; init; }

    /// <summary>Lines that are kept for later, as a JSON array; null for none.</summary>
    public string? SavedLines { get; init; }

    /// <summary>What the shopper was shown since the last change: a <see cref="CartLook"/>.</summary>
    public string? Look { get; init; }

    /// <summary>When it was told, or found not worth telling, that nobody touches it any more.</summary>
    public DateTimeOffset? AbandonedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public IReadOnlyList<CartLineRow> Lines { get; init; } = [];
}
