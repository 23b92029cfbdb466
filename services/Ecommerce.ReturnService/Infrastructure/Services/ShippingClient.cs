using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ReturnService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Infrastructure.Services;

internal sealed class ShippingClient(HttpClient http) : IReturnLabels
{
    public Task<Result<ReturnLabelDto>> BuyAsync(ReturnLabelRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<ReturnLabelRequest, ReturnLabelDto>("/internal/v1/return-labels", request, cancellationToken);
}
