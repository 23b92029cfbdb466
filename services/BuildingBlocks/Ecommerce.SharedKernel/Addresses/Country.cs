using System.Text.RegularExpressions;

namespace Ecommerce.SharedKernel.Addresses;

/// <summary>How a country writes its addresses: a row of <c>countries.json</c>.</summary>
public sealed class Country
{
    private readonly Regex? _postalCode;
    private readonly Regex? _region;

    internal Country(CountryData data)
    {
        Data = data;
        _postalCode = Whole(data.PostalCode);
        _region = Whole(data.Region);
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Code => Data.Code;

    /// <summary>The row.</summary>
    public CountryData Data { get; }

    /// <summary>Whether a postal code is one of this country; any is where the country has none. Case does not matter.</summary>
    public bool HasPostalCode(string postalCode) => _postalCode?.IsMatch(postalCode) ?? true;

    /// <summary>Whether a region is one of this country; any is where the data does not say.</summary>
    public bool HasRegion(string region) =>
        Data.Regions is { } regions ? regions.Contains(region, StringComparer.Ordinal) : _region?.IsMatch(region) ?? true;

    // Never backtracks, so that no input takes long.
    private static Regex? Whole(string? pattern) =>
        pattern is null ? null : new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
