using Ecommerce.CartService.Application.Ports;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Infrastructure.Services;

internal sealed class ShippingClient(HttpClient http) : IShippingRates
{
    public Task<Result<RateResponse>> RateAsync(RateRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<RateRequest, RateResponse>("/internal/v1/rates", request, cancellationToken);
}
