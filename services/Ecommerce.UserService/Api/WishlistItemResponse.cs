using Ecommerce.Contracts;
using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Api;

/// <param name="Sku">The article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Name">When it was added.</param>
/// <param name="VariantName">Or null.</param>
/// <param name="ImageUrl">Or null.</param>
/// <param name="PriceWhenAdded">Of one unit.</param>
/// <param name="AddedAt">When.</param>
internal sealed record WishlistItemResponse(
    string Sku, Guid ProductId, string Name, string? VariantName, string? ImageUrl, MoneyDto PriceWhenAdded, DateTimeOffset AddedAt)
{
    public static WishlistItemResponse Of(WishlistItem item) =>
        new(item.Sku, item.ProductId, item.Name, item.VariantName, item.ImageUrl, new MoneyDto(item.UnitPrice, item.Currency), item.AddedAt);
}
