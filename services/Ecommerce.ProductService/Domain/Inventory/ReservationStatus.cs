namespace Ecommerce.ProductService.Domain.Inventory;

internal enum ReservationStatus
{
    Reserved,
    Committed,
    Released,
    Expired,
}
