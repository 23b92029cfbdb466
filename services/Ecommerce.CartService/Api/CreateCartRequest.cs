namespace Ecommerce.CartService.Api;

/// <summary>Makes a cart.</summary>
/// <param name="Currency">ISO 4217; the cart keeps it.</param>
internal sealed record CreateCartRequest(string Currency);
