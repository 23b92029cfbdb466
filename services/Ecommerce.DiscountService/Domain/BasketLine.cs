namespace Ecommerce.DiscountService.Domain;

/// <summary>A line to be discounted.</summary>
internal sealed record BasketLine(Guid LineId, Guid ProductId, IReadOnlyList<Guid> CategoryIds, int Quantity, long UnitPrice)
{
    public long Subtotal => checked(UnitPrice * Quantity);
}
