namespace Ecommerce.UserService.Domain;

internal sealed record PostalAddress(
    string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, string? Phone);
