namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record RatingResponse(decimal Average, int Count);
