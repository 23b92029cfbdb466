namespace Ecommerce.CartService.Api;

internal sealed record DestinationResponse(string Country, string? Region, string? PostalCode);
