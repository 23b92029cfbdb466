using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Domain.Wishlists;

/// <summary>Every refusal around wishlists, by its stable code.</summary>
internal static class WishlistErrors
{
    public static readonly Error NotFound = Error.NotFound("wishlist.not_found", "There is no such wishlist.");

    public static readonly Error ItemNotFound = Error.NotFound("wishlist.item_not_found", "The article is not on the list.");

    public static readonly Error NameTaken = Error.Conflict("wishlist.name_taken", "There is a list of that name.");

    public static readonly Error Stale = Error.Stale("wishlist.stale", "The list has changed since it was read.");

    public static readonly Error TooManyLists = Error.Refused("wishlist.too_many_lists", $"A customer has at most {Wishlist.MostLists} lists.");

    public static readonly Error TooManyItems = Error.Refused("wishlist.too_many_items", $"A list holds at most {Wishlist.MostItems} articles.");

    public static Error ArticleUnknown(string sku) => Error.Refused("wishlist.article_unknown", "There is no such article.").With("sku", sku);
}
