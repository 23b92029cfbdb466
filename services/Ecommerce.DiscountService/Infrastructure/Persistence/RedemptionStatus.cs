namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal enum RedemptionStatus
{
    Reserved,
    Committed,
    Released,
    Expired,
}
