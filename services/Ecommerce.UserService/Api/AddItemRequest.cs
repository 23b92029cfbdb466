namespace Ecommerce.UserService.Api;

/// <param name="Sku">The article.</param>
internal sealed record AddItemRequest(string Sku);
