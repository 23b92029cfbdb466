namespace Ecommerce.OrderService.Domain;

/// <summary>The life of an order.</summary>
internal enum OrderStatus
{
    Pending,
    AwaitingPayment,
    Confirmed,
    Completed,
    Cancelled,
    Expired,
}
