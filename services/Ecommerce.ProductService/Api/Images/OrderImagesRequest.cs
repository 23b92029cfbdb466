namespace Ecommerce.ProductService.Api.Images;

/// <param name="ImageIds">All images of the product, in their order.</param>
internal sealed record OrderImagesRequest(IReadOnlyList<Guid> ImageIds);
