using Ecommerce.OrderService.Application.Checkout;
using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.CancelOrder;

/// <summary>Cancels a whole order until its first dispatch, and gives everything back.</summary>
internal sealed class CancelOrderHandler(IOrderStore orders, CheckoutProcess checkout, TimeProvider clock)
{
    /// <param name="id">The order.</param>
    /// <param name="mayCancel">Whether the caller may: it is theirs, or they are staff.</param>
    /// <param name="reason">A stable code.</param>
    /// <param name="actor">Who, for the history.</param>
    /// <param name="cancellationToken">Stops waiting; a committed cancellation is completed by the worker.</param>
    public async Task<Result<Order>> HandleAsync(OrderId id, Func<Order, bool> mayCancel, string reason, string actor, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(id, cancellationToken);
        if (order is null || !mayCancel(order))
        {
            return OrderErrors.NotFound;
        }

        var cancelled = order.Cancel(reason, actor, clock.GetUtcNow());
        if (!cancelled.IsSuccess)
        {
            return cancelled.Error;
        }

        await orders.SaveAsync(cancellationToken);
        return await checkout.RunAsync(order, cancellationToken);
    }
}
