namespace Ecommerce.Contracts;

/// <summary>A postal address in requests and events. Spaces around its parts are removed, and region, postal code and country become upper case.</summary>
/// <param name="Name">Who receives it.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">Apartment, company, care of; or null.</param>
/// <param name="City">City or town.</param>
/// <param name="Region">The part after the hyphen of ISO 3166-2, or null.</param>
/// <param name="PostalCode">Postal code, or null where the country has none.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Phone">E.164, or null.</param>
public sealed record AddressDto(
    string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, string? Phone)
{
    /// <inheritdoc cref="AddressDto"/>
    public string Name { get; init; } = Name?.Trim(' ')!;

    /// <inheritdoc cref="AddressDto"/>
    public string Line1 { get; init; } = Line1?.Trim(' ')!;

    /// <inheritdoc cref="AddressDto"/>
    public string? Line2 { get; init; } = Line2?.Trim(' ');

    /// <inheritdoc cref="AddressDto"/>
    public string City { get; init; } = City?.Trim(' ')!;

    /// <inheritdoc cref="AddressDto"/>
    public string? Region { get; init; } = Region?.Trim(' ').ToUpperInvariant();

    /// <inheritdoc cref="AddressDto"/>
    public string? PostalCode { get; init; } = PostalCode?.Trim(' ').ToUpperInvariant();

    /// <inheritdoc cref="AddressDto"/>
    public string Country { get; init; } = Country?.Trim(' ').ToUpperInvariant()!;

    /// <inheritdoc cref="AddressDto"/>
    public string? Phone { get; init; } = Phone?.Trim(' ');
}
