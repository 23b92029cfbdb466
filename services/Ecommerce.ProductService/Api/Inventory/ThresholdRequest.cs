namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="LowAt">At how many units that can be sold the article counts as low; without it never.</param>
internal sealed record ThresholdRequest(int? LowAt);
