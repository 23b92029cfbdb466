namespace Ecommerce.DiscountService.Application.FollowOrders;

/// <summary>Who has ordered, for promotions that are for a first order. Part of the unit of work of the message that says so.</summary>
internal interface ICustomerOrders
{
    /// <summary>Notes a binding order; nothing is noted of who is forgotten.</summary>
    Task NoteAsync(Guid orderId, Guid? customerId, string email, CancellationToken cancellationToken);

    /// <summary>Takes an order back that came to nothing.</summary>
    Task ForgetAsync(Guid orderId, CancellationToken cancellationToken);
}
