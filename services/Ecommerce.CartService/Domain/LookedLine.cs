namespace Ecommerce.CartService.Domain;

/// <summary>A line whose change the shopper was shown, with the price that was shown.</summary>
internal sealed record LookedLine(Guid LineId, long UnitPrice);
