namespace Ecommerce.Contracts.Cart.Internal;

/// <summary>See FreezeCartRequest.</summary>
/// <param name="OrderId">The order that gives it up.</param>
public sealed record UnfreezeCartRequest(
    Guid OrderId);
