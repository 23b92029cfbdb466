using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.Wishlists;

namespace Ecommerce.UserService.Infrastructure.Services;

internal sealed class ProductClient(HttpClient http) : ICatalogue
{
    public async Task<Result<VariantDto?>> FindAsync(string sku, string currency, CancellationToken cancellationToken)
    {
        var lookup = await http.PostForValueAsync<VariantLookupRequest, VariantLookupResponse>(
            "/internal/v1/variants/lookup", new VariantLookupRequest([sku], currency), cancellationToken);
        return lookup.IsSuccess ? lookup.Value.Variants.FirstOrDefault(variant => variant.Sku == sku) : lookup.Error;
    }
}
