using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ShippingService.Application.Ports;

/// <summary>Orders of order-service. Failures of it are thrown.</summary>
internal interface IOrders
{
    /// <summary>Asks the order to approve the dispatch of a shipment; from then on it cannot be cancelled. Idempotent.</summary>
    Task<Result> ApproveDispatchAsync(Guid orderId, CancellationToken cancellationToken);
}
