using Ecommerce.Contracts.Order.Internal;
using Ecommerce.ReturnService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Infrastructure.Services;

internal sealed class OrderClient(HttpClient http) : IOrders
{
    public Task<Result<OrderDto>> GetAsync(Guid orderId, CancellationToken cancellationToken) =>
        http.GetValueAsync<OrderDto>($"/internal/v1/orders/{orderId}", cancellationToken);
}
