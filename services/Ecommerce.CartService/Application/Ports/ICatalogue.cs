using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.Ports;

/// <summary>Articles of product-service. Failures of it are thrown.</summary>
internal interface ICatalogue
{
    /// <summary>What the catalogue knows of some articles now.</summary>
    Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken);
}
