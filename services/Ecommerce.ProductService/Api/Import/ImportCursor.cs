namespace Ecommerce.ProductService.Api.Import;

internal sealed record ImportCursor(Guid Id);
