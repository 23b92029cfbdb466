namespace Ecommerce.Contracts.User;

/// <summary>An article on a customer's wishlist became cheaper or can be bought again. Told once per customer, article and occasion.</summary>
/// <param name="CustomerId">The account.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Kind">priceDrop or backInStock.</param>
/// <param name="Sku">The article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Name">As the customer put it on the list.</param>
/// <param name="OldPrice">Before a price drop, or null.</param>
/// <param name="NewPrice">After it, or null.</param>
/// <param name="At">When it happened, UTC.</param>
[IntegrationEvent("user.wishlist_notice.v1")]
public sealed record WishlistNotice(
    Guid CustomerId,
    string Email,
    string Locale,
    string Kind,
    string Sku,
    Guid ProductId,
    string Name,
    MoneyDto? OldPrice,
    MoneyDto? NewPrice,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{CustomerId}";
}
