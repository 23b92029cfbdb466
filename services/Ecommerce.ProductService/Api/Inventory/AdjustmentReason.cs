namespace Ecommerce.ProductService.Api.Inventory;

internal enum AdjustmentReason
{
    Received,
    Counted,
    Damaged,
    Lost,
}
