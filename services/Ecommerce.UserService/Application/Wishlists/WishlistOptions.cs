namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>How wishlist notices are sent, section <c>Wishlists</c>.</summary>
internal sealed class WishlistOptions
{
    public const string Section = "Wishlists";

    /// <summary>How often the worker looks for occasions.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Items that are looked at in one transaction.</summary>
    public int BatchSize { get; set; } = 500;
}
