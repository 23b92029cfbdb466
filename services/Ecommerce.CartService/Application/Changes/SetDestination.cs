namespace Ecommerce.CartService.Application.Changes;

/// <summary>Says where the goods are likely to go.</summary>
internal sealed record SetDestination(string Country, string? Region, string? PostalCode, string? Email) : CartChange("set_destination");
