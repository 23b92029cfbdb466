using Ecommerce.CartService.Application.Ports;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Infrastructure.Services;

internal sealed class ProductClient(HttpClient http, RecentArticles recent) : ICatalogue
{
    public Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken) =>
        http.PostForValueAsync<VariantLookupRequest, VariantLookupResponse>(
            "/internal/v1/variants/lookup", new VariantLookupRequest(skus, currency), cancellationToken);

    public async Task<Result<VariantDto?>> FindRecentAsync(string sku, string currency, CancellationToken cancellationToken)
    {
        if (recent.Find(sku, currency) is { } known)
        {
            return known;
        }

        var lookup = await LookUpAsync([sku], currency, cancellationToken);
        if (!lookup.IsSuccess)
        {
            return lookup.Error;
        }

        var variant = lookup.Value.Variants.FirstOrDefault(variant => variant.Sku == sku);
        recent.Remember(variant, currency);
        return variant;
    }
}
