using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ShippingService.Application.Ports;

/// <summary>Orders of order-service. Failures of it are thrown.</summary>
internal interface IOrders
{
    /// <summary>Asks whether a parcel of the order may leave the house; once it may, the order cannot be cancelled. Harmless when repeated.</summary>
    Task<Result> ApproveDispatchAsync(Guid orderId, CancellationToken cancellationToken);
}
