namespace Ecommerce.UserService.Domain.Wishlists;

/// <summary>Whom a run has told, however many of their lists have the article. Forgotten when the run is done.</summary>
internal sealed class WishlistNoticed
{
    public required Guid RunId { get; init; }

    public required Guid CustomerId { get; init; }
}
