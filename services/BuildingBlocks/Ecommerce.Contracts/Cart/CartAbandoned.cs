namespace Ecommerce.Contracts.Cart;

/// <summary>Nobody has touched a cart with articles in it for a while. Told once until it is changed again; the cart is still there.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="CustomerId">Null for a guest's.</param>
/// <param name="Email">The address that was typed in the cart, or null. It alone agrees to nothing.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">What is in it.</param>
/// <param name="AbandonedAt">When it was found, UTC.</param>
[IntegrationEvent("cart.abandoned.v1")]
public sealed record CartAbandoned(
    Guid CartId,
    Guid? CustomerId,
    string? Email,
    string Currency,
    IReadOnlyList<AbandonedLineDto> Lines,
    DateTimeOffset AbandonedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"cart/{CartId}";
}
