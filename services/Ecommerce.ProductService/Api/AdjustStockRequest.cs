namespace Ecommerce.ProductService.Api;

/// <param name="Difference">Units more, or less where negative.</param>
/// <param name="Reason">Why.</param>
internal sealed record AdjustStockRequest(int Difference, AdjustmentReason Reason);
