namespace Ecommerce.ReturnService.Domain;

/// <summary>Where the goods come from.</summary>
internal sealed record PostalAddress(
    string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, string? Phone);
