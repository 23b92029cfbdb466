using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;

namespace Ecommerce.ShippingService.Infrastructure.Services;

internal sealed class OrderClient(HttpClient http) : IOrders
{
    public Task<Result> ApproveDispatchAsync(Guid orderId, CancellationToken cancellationToken) =>
        http.PostForResultAsync($"/internal/v1/orders/{orderId}/dispatch-approval", cancellationToken);
}
