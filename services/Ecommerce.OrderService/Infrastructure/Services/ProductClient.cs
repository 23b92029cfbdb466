using Ecommerce.Contracts.Product.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Infrastructure.Services;

internal sealed class ProductClient(HttpClient http) : ICatalogue
{
    public Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken) =>
        http.PostForValueAsync<VariantLookupRequest, VariantLookupResponse>(
            "/internal/v1/variants/lookup", new VariantLookupRequest(skus, currency), cancellationToken);

    public Task<Result> ReserveAsync(ReserveStockRequest request, CancellationToken cancellationToken) =>
        http.PostForResultAsync("/internal/v1/reservations", request, cancellationToken);

    public Task<Result> ReleaseAsync(Guid reservationId, CancellationToken cancellationToken) =>
        http.PostForResultAsync($"/internal/v1/reservations/{reservationId}/release", cancellationToken);
}
