using Ecommerce.Contracts;
using Ecommerce.ProductService.Application.Catalogue;

namespace Ecommerce.ProductService.Api;

internal sealed record ProductListResponse(Guid Id, string Slug, string Name, string Brand, string? ImageUrl, MoneyDto PriceFrom, bool InStock)
{
    public static ProductListResponse Of(ProductListItem item, string currency) => new(
        item.Id, item.Slug, item.Name, item.Brand, item.ImageUrl, new MoneyDto(item.PriceFrom, currency), item.Available > 0);
}
