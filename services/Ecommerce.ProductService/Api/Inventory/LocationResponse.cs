using Ecommerce.ProductService.Domain.Inventory;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed record LocationResponse(string Code, string Name, int Priority, bool IsActive, DateTimeOffset CreatedAt)
{
    public static LocationResponse Of(StockLocation location) => new(location.Code, location.Name, location.Priority, location.IsActive, location.CreatedAt);
}
