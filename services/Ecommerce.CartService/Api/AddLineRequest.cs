namespace Ecommerce.CartService.Api;

/// <summary>Adds units of an article.</summary>
internal sealed record AddLineRequest(string Sku, int Quantity = 1);
