namespace Ecommerce.CartService.Api;

/// <summary>Sets the units of a line.</summary>
internal sealed record SetQuantityRequest(int Quantity);
