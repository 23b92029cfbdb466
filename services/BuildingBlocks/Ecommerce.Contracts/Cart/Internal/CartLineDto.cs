namespace Ecommerce.Contracts.Cart.Internal;

/// <summary>A line of a cart.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units.</param>
public sealed record CartLineDto(
    Guid LineId,
    string Sku,
    int Quantity);
