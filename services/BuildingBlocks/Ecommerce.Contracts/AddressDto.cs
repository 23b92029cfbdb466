namespace Ecommerce.Contracts;

/// <summary>A postal address on the wire.</summary>
/// <param name="Name">Who receives it.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">Apartment, company, care of; or null.</param>
/// <param name="City">City or town.</param>
/// <param name="Region">The part after the hyphen of ISO 3166-2, or null.</param>
/// <param name="PostalCode">Postal code, or null where the country has none.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Phone">E.164, or null.</param>
public sealed record AddressDto(
    string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, string? Phone);
