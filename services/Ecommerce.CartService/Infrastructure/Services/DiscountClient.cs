using Ecommerce.CartService.Application.Ports;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Infrastructure.Services;

internal sealed class DiscountClient(HttpClient http) : IDiscounts
{
    public Task<Result<CalculateDiscountsResponse>> CalculateAsync(CalculateDiscountsRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<CalculateDiscountsRequest, CalculateDiscountsResponse>("/internal/v1/discounts/calculate", request, cancellationToken);
}
