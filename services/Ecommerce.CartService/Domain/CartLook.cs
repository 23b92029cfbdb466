namespace Ecommerce.CartService.Domain;

/// <summary>What the shopper was shown since the cart's last change; that change acknowledges it and clears it.</summary>
/// <param name="Discounts">What was off each line at the first look, minor units; a line without a discount is not in it.</param>
/// <param name="Lines">The lines whose change was shown, with the price that was shown.</param>
internal sealed record CartLook(IReadOnlyDictionary<Guid, long> Discounts, IReadOnlyList<LookedLine> Lines)
{
    public bool IsSame(CartLook other) =>
        Lines.SequenceEqual(other.Lines) && Discounts.Count == other.Discounts.Count && Discounts.All(other.Discounts.Contains);
}
