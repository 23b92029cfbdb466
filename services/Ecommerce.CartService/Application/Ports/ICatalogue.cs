using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.Ports;

/// <summary>Articles of product-service. Failures of it are thrown.</summary>
internal interface ICatalogue
{
    /// <summary>What the catalogue knows of some articles now.</summary>
    Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken);

    /// <summary>One article as it was seconds ago, which is good enough to add it: whoever shows or orders the cart prices it anew.</summary>
    /// <returns>Null where there is no such article.</returns>
    Task<Result<VariantDto?>> FindRecentAsync(string sku, string currency, CancellationToken cancellationToken);
}
