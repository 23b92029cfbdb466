using System.Collections.Frozen;
using System.Text.Json;

namespace Ecommerce.SharedKernel.Addresses;

/// <summary>The rules of single countries, from data and not from code, and the check of an address against them.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByCode = Read().ToFrozenDictionary(country => country.Code);

    /// <summary>Every country whose rules are known.</summary>
    public static IReadOnlyList<Country> All => ByCode.Values;

    /// <summary>The country of an ISO 3166-1 alpha-2 code; null where its rules are not known.</summary>
    public static Country? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>What of an address does not fit its country. A country that is not in the data has no rules of its own.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="region">The part after the hyphen of ISO 3166-2, or null.</param>
    /// <param name="postalCode">Or null.</param>
    public static IEnumerable<AddressProblem> Check(string country, string? region, string? postalCode)
    {
        if (Find(country) is not { } rules)
        {
            yield break;
        }

        var data = rules.Data;
        if (string.IsNullOrWhiteSpace(region))
        {
            if (data.Required.Contains("region"))
            {
                yield return new("region", "address.region_required", $"An address in {data.Name} needs its region.");
            }
        }
        else if (!rules.HasRegion(region))
        {
            yield return new("region", "address.region_invalid", $"{data.Name} has no such region.");
        }

        if (string.IsNullOrWhiteSpace(postalCode))
        {
            if (data.Required.Contains("postalCode"))
            {
                yield return new("postalCode", "address.postal_code_required", $"An address in {data.Name} needs its postal code.");
            }
        }
        else if (!rules.HasPostalCode(postalCode))
        {
            yield return new("postalCode", "address.postal_code_invalid", $"A postal code of {data.Name} looks like {data.PostalCodeExample}.");
        }
    }

    private static Country[] Read()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("countries.json")!;
        return JsonSerializer.Deserialize<CountryData[]>(stream, JsonSerializerOptions.Web)!.Select(data => new Country(data)).ToArray();
    }
}
