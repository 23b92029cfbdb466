namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record SaleResponse(Guid Id, string Currency, long Amount, DateTimeOffset StartsAt, DateTimeOffset? EndsAt);
