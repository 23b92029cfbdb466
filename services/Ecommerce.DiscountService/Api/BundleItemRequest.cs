namespace Ecommerce.DiscountService.Api;

/// <summary>A part of a bundle.</summary>
internal sealed record BundleItemRequest(Guid ProductId, int Quantity = 1);
