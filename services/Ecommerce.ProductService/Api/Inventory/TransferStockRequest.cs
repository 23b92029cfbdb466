namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="From">A location's code.</param>
/// <param name="To">Another location's code.</param>
/// <param name="Quantity">Units, of those that nobody was promised.</param>
internal sealed record TransferStockRequest(string From, string To, int Quantity);
