namespace Ecommerce.UserService.Api;

/// <param name="CartId">The customer's cart.</param>
/// <param name="CartVersion">Its version now.</param>
internal sealed record MovedToCartResponse(Guid CartId, int CartVersion);
