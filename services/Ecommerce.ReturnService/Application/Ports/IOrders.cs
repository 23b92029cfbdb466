using Ecommerce.Contracts.Order.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.Ports;

/// <summary>What order-service knows of an order.</summary>
internal interface IOrders
{
    Task<Result<OrderDto>> GetAsync(Guid orderId, CancellationToken cancellationToken);
}
