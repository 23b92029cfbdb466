using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.CancelOrder;

/// <summary>Cancels a whole order until its first dispatch. The worker gives back what it holds, so an outage elsewhere stops no cancellation.</summary>
internal sealed class CancelOrderHandler(IOrderStore orders, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <param name="id">The order.</param>
    /// <param name="mayHaveBegun">Whether an earlier repetition of the request may have cancelled it already.</param>
    /// <param name="mayCancel">Whether the caller may: it is theirs, or they are staff.</param>
    /// <param name="reason">A stable code.</param>
    /// <param name="actor">Who, for the history.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Order>> HandleAsync(
        OrderId id, bool mayHaveBegun, Func<Order, bool> mayCancel, string reason, string actor, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(id, cancellationToken);
        if (order is null || !mayCancel(order))
        {
            return OrderErrors.NotFound;
        }

        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (mayHaveBegun && order.Status == OrderStatus.Cancelled)
            {
                return order;
            }

            var now = clock.GetUtcNow();
            var cancelled = order.Cancel(reason, actor, now);
            if (!cancelled.IsSuccess)
            {
                return cancelled.Error;
            }

            order.HandToWorker(now);
            try
            {
                await orders.SaveAsync(cancellationToken);
                return order;
            }
            catch (OrderChangedException)
            {
                // A payment or a shipment came in between: what it made of the order decides.
                order = await orders.ReloadAsync(id, cancellationToken);
            }
        }

        return OrderErrors.ChangedMeanwhile;
    }
}
