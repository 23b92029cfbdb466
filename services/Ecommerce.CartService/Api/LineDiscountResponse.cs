namespace Ecommerce.CartService.Api;

/// <summary>What one promotion takes off a line.</summary>
internal sealed record LineDiscountResponse(string Name, long Amount);
