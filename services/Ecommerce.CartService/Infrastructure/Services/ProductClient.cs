using Ecommerce.CartService.Application.Ports;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Infrastructure.Services;

internal sealed class ProductClient(HttpClient http) : ICatalogue
{
    public Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken) =>
        http.PostForValueAsync<VariantLookupRequest, VariantLookupResponse>(
            "/internal/v1/variants/lookup", new VariantLookupRequest(skus, currency), cancellationToken);
}
