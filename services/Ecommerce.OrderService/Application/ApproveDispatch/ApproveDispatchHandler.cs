using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.ApproveDispatch;

/// <summary>Tells shipping-service, before it dispatches a shipment, whether the order allows it. Idempotent.</summary>
internal sealed class ApproveDispatchHandler(IOrderStore orders, TimeProvider clock)
{
    public async Task<Result<Order>> HandleAsync(OrderId id, CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken) is { } found
            ? await orders.ChangeAsync(found, order => order.ApproveDispatch(clock.GetUtcNow()), cancellationToken)
            : OrderErrors.NotFound;
}
