using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Infrastructure.Services;

internal sealed class ShippingClient(HttpClient http) : IShippingRates
{
    public Task<Result<RateResponse>> RateAsync(RateRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<RateRequest, RateResponse>("/internal/v1/rates", request, cancellationToken);
}
