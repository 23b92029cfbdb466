namespace Ecommerce.SharedKernel.Pricing;

/// <summary>Standard rates by destination. A destination that is not listed is an export and bears no tax.</summary>
/// <remarks>Source: the standard VAT and GST rates in force in 2026 as published by each country; US rates are the states' own, without local ones.</remarks>
public static class TaxTable
{
    private static readonly Dictionary<string, TaxRule> ByDestination = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AT"] = new(2000, true), ["BE"] = new(2100, true), ["BG"] = new(2000, true), ["CY"] = new(1900, true), ["CZ"] = new(2100, true),
        ["DE"] = new(1900, true), ["DK"] = new(2500, true), ["EE"] = new(2400, true), ["ES"] = new(2100, true), ["FI"] = new(2550, true),
        ["FR"] = new(2000, true), ["GR"] = new(2400, true), ["HR"] = new(2500, true), ["HU"] = new(2700, true), ["IE"] = new(2300, true),
        ["IT"] = new(2200, true), ["LT"] = new(2100, true), ["LU"] = new(1700, true), ["LV"] = new(2100, true), ["MT"] = new(1800, true),
        ["NL"] = new(2100, true), ["PL"] = new(2300, true), ["PT"] = new(2300, true), ["RO"] = new(2100, true), ["SE"] = new(2500, true),
        ["SI"] = new(2200, true), ["SK"] = new(2300, true), ["GB"] = new(2000, true), ["NO"] = new(2500, true), ["CH"] = new(810, true),
        ["AU"] = new(1000, true), ["NZ"] = new(1500, true), ["JP"] = new(1000, true), ["SG"] = new(900, true), ["CA"] = new(500, false),
        ["US-CA"] = new(725, false), ["US-CO"] = new(290, false), ["US-FL"] = new(600, false), ["US-GA"] = new(400, false),
        ["US-IL"] = new(625, false), ["US-MA"] = new(625, false), ["US-MI"] = new(600, false), ["US-NC"] = new(475, false),
        ["US-NJ"] = new(663, false), ["US-NY"] = new(400, false), ["US-OH"] = new(575, false), ["US-PA"] = new(600, false),
        ["US-TX"] = new(625, false), ["US-VA"] = new(530, false), ["US-WA"] = new(650, false),
    };

    /// <summary>The rule for a destination; a region's own rule comes before its country's.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="region">The part after the hyphen of ISO 3166-2, or null.</param>
    public static TaxRule For(string country, string? region) =>
        region is not null && ByDestination.TryGetValue($"{country}-{region}", out var regional) ? regional
        : ByDestination.TryGetValue(country, out var national) ? national
        : TaxRule.None;
}
