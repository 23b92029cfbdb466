using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Infrastructure.Services;

internal sealed class DiscountClient(HttpClient http) : IDiscounts
{
    public Task<Result<CalculateDiscountsResponse>> CalculateAsync(CalculateDiscountsRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<CalculateDiscountsRequest, CalculateDiscountsResponse>("/internal/v1/discounts/calculate", request, cancellationToken);

    public Task<Result> ReserveAsync(ReserveRedemptionsRequest request, CancellationToken cancellationToken) =>
        http.PostForResultAsync("/internal/v1/redemptions", request, cancellationToken);

    public Task<Result> ReleaseAsync(Guid orderId, CancellationToken cancellationToken) =>
        http.PostForResultAsync($"/internal/v1/redemptions/{orderId}/release", cancellationToken);
}
