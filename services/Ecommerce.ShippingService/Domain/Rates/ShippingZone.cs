namespace Ecommerce.ShippingService.Domain.Rates;

/// <summary>Where the same methods and prices hold.</summary>
internal sealed class ShippingZone
{
    /// <summary>Stands for every country.</summary>
    public const string Anywhere = "*";

    private ShippingZone()
    {
    }

    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>ISO 3166-1 alpha-2, or <see cref="Anywhere"/>.</summary>
    public IReadOnlyList<string> Countries { get; private init; } = [];

    /// <summary>ISO 3166-2 parts after the hyphen; empty for whole countries.</summary>
    public IReadOnlyList<string> Regions { get; private init; } = [];

    /// <summary>Beginnings of postal codes; empty for all.</summary>
    public IReadOnlyList<string> PostalPrefixes { get; private init; } = [];

    public IReadOnlyList<ShippingMethod> Methods { get; private init; } = [];

    public static ShippingZone Of(
        string code, string name, IReadOnlyList<string> countries, IReadOnlyList<string> regions, IReadOnlyList<string> postalPrefixes,
        IReadOnlyList<ShippingMethod> methods) => new()
    {
        Code = code,
        Name = name,
        Countries = countries,
        Regions = regions,
        PostalPrefixes = postalPrefixes,
        Methods = methods,
    };

    /// <summary>How narrowly the zone fits an address; null where it does not.</summary>
    public int? FitOf(string country, string? region, string? postalCode)
    {
        var isNamed = Countries.Contains(country);
        if (!isNamed && !Countries.Contains(Anywhere))
        {
            return null;
        }

        if (Regions.Count > 0 && (region is null || !Regions.Contains(region)))
        {
            return null;
        }

        var prefix = PostalPrefixes.Where(prefix => postalCode?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true)
            .MaxBy(prefix => prefix.Length);
        if (PostalPrefixes.Count > 0 && prefix is null)
        {
            return null;
        }

        return (isNamed ? 1 : 0) + (Regions.Count > 0 ? 10 : 0) + (prefix is null ? 0 : 100 + prefix.Length);
    }
}
