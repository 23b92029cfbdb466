using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.Wishlists;

namespace Ecommerce.UserService.Api;

internal static class WishlistPages
{
    /// <summary>A page of a list's items, newest first.</summary>
    public static async Task<Result<Page<WishlistItemResponse>>> ReadAsync(
        this IWishlistStore wishlists, Guid wishlistId, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange;
        }

        var cursor = KeysetCursor.Read<IdCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor;
        }

        var items = await wishlists.ListItemsAsync(wishlistId, cursor.Value?.Id, page.Size + 1, cancellationToken);
        var ids = KeysetCursor.ToPage(items, page.Size, item => new IdCursor(item.Id));
        return new Page<WishlistItemResponse>([.. ids.Items.Select(WishlistItemResponse.Of)], ids.NextCursor);
    }
}
