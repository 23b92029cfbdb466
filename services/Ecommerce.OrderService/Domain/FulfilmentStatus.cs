namespace Ecommerce.OrderService.Domain;

/// <summary>Where the goods are.</summary>
internal enum FulfilmentStatus
{
    Unfulfilled,
    PartiallyFulfilled,
    Fulfilled,
    Delivered,
    PartiallyReturned,
    Returned,
}
