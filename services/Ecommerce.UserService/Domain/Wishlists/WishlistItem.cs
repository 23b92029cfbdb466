namespace Ecommerce.UserService.Domain.Wishlists;

/// <summary>An article on a list, as it was when it was put there.</summary>
internal sealed class WishlistItem
{
    private WishlistItem()
    {
    }

    public Guid Id { get; private init; }

    public Guid WishlistId { get; private init; }

    public string Sku { get; private init; } = "";

    public Guid ProductId { get; private init; }

    public string Name { get; private init; } = "";

    public string? VariantName { get; private init; }

    public string? ImageUrl { get; private init; }

    /// <summary>Minor units, when it was added.</summary>
    public long UnitPrice { get; private init; }

    public string Currency { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    public static WishlistItem Of(
        Guid id, Guid wishlistId, string sku, Guid productId, string name, string? variantName, string? imageUrl, long unitPrice, string currency, DateTimeOffset now) => new()
        {
            Id = id,
            WishlistId = wishlistId,
            Sku = sku,
            ProductId = productId,
            Name = name,
            VariantName = variantName,
            ImageUrl = imageUrl,
            UnitPrice = unitPrice,
            Currency = currency,
            AddedAt = now,
        };
}
