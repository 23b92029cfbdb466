using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Api;

internal sealed record WishlistResponse(Guid Id, string Name, bool IsDefault, bool IsShared, DateTimeOffset CreatedAt, int Version)
{
    public static WishlistResponse Of(Wishlist wishlist) =>
        new(wishlist.Id, wishlist.Name, wishlist.IsDefault, wishlist.ShareHash is not null, wishlist.CreatedAt, wishlist.Version);
}
