using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class ProductErrors
{
    public static readonly Error NotFound = Error.NotFound("product.not_found", "There is no such product.");
}
