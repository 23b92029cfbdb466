namespace Ecommerce.Contracts.Cart.Internal;

/// <param name="CartId">The customer's cart.</param>
/// <param name="Version">Its version.</param>
public sealed record CustomerCartDto(Guid CartId, int Version);
