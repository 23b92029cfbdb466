namespace Ecommerce.Contracts.Order;

/// <summary>A line of an order as it was sold; amounts in the order's currency.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">Article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Name">As sold.</param>
/// <param name="VariantName">Options as sold, or null.</param>
/// <param name="ImageUrl">Picture, or null.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Minor units.</param>
/// <param name="Subtotal">Before discount.</param>
/// <param name="Discount">Taken off.</param>
/// <param name="Tax">Included or on top, see the totals.</param>
/// <param name="Total">What is paid for the line.</param>
/// <param name="WeightGrams">Of one unit.</param>
public sealed record OrderLineDto(
    Guid LineId,
    string Sku,
    Guid ProductId,
    string Name,
    string? VariantName,
    string? ImageUrl,
    int Quantity,
    long UnitPrice,
    long Subtotal,
    long Discount,
    long Tax,
    long Total,
    int WeightGrams);
