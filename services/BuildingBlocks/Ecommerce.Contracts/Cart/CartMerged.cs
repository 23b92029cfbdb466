namespace Ecommerce.Contracts.Cart;

/// <summary>A guest's cart went into a customer's.</summary>
/// <param name="CartId">The customer's cart.</param>
/// <param name="GuestCartId">The guest cart, now merged.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="MergedAt">When, UTC.</param>
[IntegrationEvent("cart.merged.v1")]
public sealed record CartMerged(
    Guid CartId,
    Guid GuestCartId,
    Guid CustomerId,
    DateTimeOffset MergedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"cart/{CartId}";
}
