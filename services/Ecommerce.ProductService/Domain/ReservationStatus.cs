namespace Ecommerce.ProductService.Domain;

internal enum ReservationStatus
{
    Reserved,
    Committed,
    Released,
    Expired,
}
