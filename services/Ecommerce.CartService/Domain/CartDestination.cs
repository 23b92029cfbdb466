namespace Ecommerce.CartService.Domain;

/// <summary>Where the goods are likely to go; enough for tax and rates.</summary>
internal sealed record CartDestination(string Country, string? Region, string? PostalCode);
