using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.ApproveDispatch;

/// <summary>Tells shipping-service, before it dispatches a shipment, whether the order allows it. Idempotent.</summary>
internal sealed class ApproveDispatchHandler(IOrderStore orders, TimeProvider clock)
{
    private const int MostAttempts = 5;

    public async Task<Result> HandleAsync(OrderId id, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(id, cancellationToken);
        for (var attempt = 1; order is not null && attempt <= MostAttempts; attempt++)
        {
            var approved = order.ApproveDispatch(clock.GetUtcNow());
            if (!approved.IsSuccess)
            {
                return approved;
            }

            try
            {
                await orders.SaveAsync(cancellationToken);
                return Result.Success;
            }
            catch (OrderChangedException)
            {
                // A cancellation or a payment came in between: what it made of the order decides.
                order = await orders.ReloadAsync(id, cancellationToken);
            }
        }

        return order is null ? OrderErrors.NotFound : OrderErrors.ChangedMeanwhile;
    }
}
