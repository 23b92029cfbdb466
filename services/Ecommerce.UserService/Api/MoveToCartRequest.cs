namespace Ecommerce.UserService.Api;

/// <param name="Quantity">Units.</param>
internal sealed record MoveToCartRequest(int Quantity = 1);
