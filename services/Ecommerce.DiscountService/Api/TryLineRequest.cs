namespace Ecommerce.DiscountService.Api;

/// <summary>A line of a sample; the price is in minor units.</summary>
internal sealed record TryLineRequest(Guid ProductId, int Quantity, long UnitPrice, IReadOnlyList<Guid>? CategoryIds = null);
