namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>The table of lines, for its migrations.</summary>
internal sealed class CartLineRow
{
    public required Guid CartId { get; init; }

    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public required int Quantity { get; init; }

    public long? UnitPrice { get; init; }

    public required Guid ProductId { get; init; }

    public required string Name { get; init; }

    public string? VariantName { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Units that two carts had together, where fewer were kept.</summary>
    public int? Wanted { get; init; }
}
