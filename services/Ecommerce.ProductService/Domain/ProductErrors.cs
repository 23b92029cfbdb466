using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain;

/// <summary>What the catalogue, its images and its reviews refuse alike.</summary>
internal static class ProductErrors
{
    public static readonly Error NotFound = Error.NotFound("product.not_found", "There is no such product.");
}
