namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Name">For people.</param>
/// <param name="Priority">The lower, the sooner it serves an order.</param>
/// <param name="IsActive">Whether what it has can be sold.</param>
internal sealed record LocationRequest(string Name, int Priority, bool IsActive);
