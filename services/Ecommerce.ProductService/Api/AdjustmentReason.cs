namespace Ecommerce.ProductService.Api;

internal enum AdjustmentReason
{
    Received,
    Counted,
    Damaged,
    Lost,
}
