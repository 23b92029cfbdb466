namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>A line to be discounted.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">Article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="CategoryIds">Categories, ancestors included.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Minor units.</param>
public sealed record DiscountLineDto(
    Guid LineId,
    string Sku,
    Guid ProductId,
    IReadOnlyList<Guid> CategoryIds,
    int Quantity,
    long UnitPrice);
