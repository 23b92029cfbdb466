namespace Ecommerce.CartService.Application;

/// <summary>A guest's cart with the hash of its secret.</summary>
internal sealed record GuestCart(Guid Id, byte[] TokenHash);
