namespace Ecommerce.UserService.Api;

/// <summary>A list as others see it: nothing of whose it is.</summary>
internal sealed record SharedWishlistResponse(string Name, IReadOnlyList<WishlistItemResponse> Items, string? NextCursor);
