namespace Ecommerce.DiscountService.Domain;

/// <summary>A part of a bundle.</summary>
internal sealed record BundleItem(Guid ProductId, int Quantity);
