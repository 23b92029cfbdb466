namespace Ecommerce.ProductService.Infrastructure.Search;

internal sealed record ProductChange(Guid ProductId, long Revision, long Transaction);
