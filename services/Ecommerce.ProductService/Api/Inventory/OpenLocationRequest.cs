namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Code">Its name in addresses and in the ledger, never changed: small letters, digits and dashes.</param>
/// <param name="Name">For people.</param>
/// <param name="Priority">The lower, the sooner it serves an order.</param>
internal sealed record OpenLocationRequest(string Code, string Name, int Priority);
