namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Difference">Units more, or less where negative.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where; without it the open location that comes first.</param>
internal sealed record AdjustStockRequest(int Difference, AdjustmentReason Reason, string? Location);
