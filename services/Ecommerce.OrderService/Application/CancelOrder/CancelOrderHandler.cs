using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.CancelOrder;

/// <summary>Cancels a whole order until its first dispatch. The worker gives back what it holds, so an outage elsewhere stops no cancellation.</summary>
internal sealed class CancelOrderHandler(IOrderStore orders, TimeProvider clock)
{
    /// <param name="id">The order.</param>
    /// <param name="mayHaveBegun">Whether an earlier repetition of the request may have cancelled it already.</param>
    /// <param name="mayCancel">Whether the caller may: it is theirs, or they are staff.</param>
    /// <param name="reason">A stable code.</param>
    /// <param name="actor">Who, for the history.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Order>> HandleAsync(
        OrderId id, bool mayHaveBegun, Func<Order, bool> mayCancel, string reason, string actor, CancellationToken cancellationToken)
    {
        var found = await orders.FindAsync(id, cancellationToken);
        if (found is null || !mayCancel(found))
        {
            return OrderErrors.NotFound;
        }

        return await orders.ChangeAsync(
            found,
            order =>
            {
                if (mayHaveBegun && order.Status == OrderStatus.Cancelled)
                {
                    return Result.Success;
                }

                var now = clock.GetUtcNow();
                var cancelled = order.Cancel(reason, actor, now);
                if (cancelled.IsSuccess)
                {
                    order.HandToWorker(now);
                }

                return cancelled;
            },
            cancellationToken);
    }
}
