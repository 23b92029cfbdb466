using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>What product-service knows.</summary>
internal interface ICatalogue
{
    /// <returns>Null where there is no such article.</returns>
    Task<Result<VariantDto?>> FindAsync(string sku, string currency, CancellationToken cancellationToken);
}
