namespace Ecommerce.SharedKernel.Addresses;

/// <summary>A country as <c>countries.json</c> has it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Alpha3">ISO 3166-1 alpha-3.</param>
/// <param name="Name">In English.</param>
/// <param name="Required">Fields that an address needs besides name, line1, city and country: <c>region</c>, <c>postalCode</c>.</param>
/// <param name="PostalCode">Pattern of a whole postal code; null where the country has none.</param>
/// <param name="PostalCodeExample">A postal code, for messages.</param>
/// <param name="Regions">The parts after the hyphen of ISO 3166-2 (in the US also the armed forces' AA, AE, AP); null where the data does not list them.</param>
/// <param name="Region">Pattern of a region where they are not listed.</param>
public sealed record CountryData(
    string Code,
    string Alpha3,
    string Name,
    IReadOnlyList<string> Required,
    string? PostalCode = null,
    string? PostalCodeExample = null,
    IReadOnlyList<string>? Regions = null,
    string? Region = null);
