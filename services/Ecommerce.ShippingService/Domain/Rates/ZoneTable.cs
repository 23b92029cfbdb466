namespace Ecommerce.ShippingService.Domain.Rates;

/// <summary>All zones; says how a parcel can be shipped. Pure: the same question has the same answer.</summary>
internal sealed class ZoneTable(IReadOnlyList<ShippingZone> zones)
{
    /// <summary>The most specific zone of an address, or null.</summary>
    public ShippingZone? ZoneOf(string country, string? region, string? postalCode) => zones
        .Select(zone => (zone, fit: zone.FitOf(country, region, postalCode)))
        .Where(pair => pair.fit is not null)
        .OrderByDescending(pair => pair.fit)
        .ThenBy(pair => pair.zone.Code, StringComparer.Ordinal)
        .Select(pair => pair.zone)
        .FirstOrDefault();

    /// <summary>The ways to ship, cheapest first.</summary>
    public IReadOnlyList<ShippingOption> OptionsFor(
        string country, string? region, string? postalCode, string currency, long subtotal, int weightGrams)
    {
        var methods = ZoneOf(country, region, postalCode)?.Methods ?? [];
        return
        [
            .. methods
                .Select(method => (method, price: method.PriceOf(currency, subtotal, weightGrams)))
                .Where(pair => pair.price is not null)
                .Select(pair => new ShippingOption(pair.method, pair.price!.Value))
                .OrderBy(option => option.Price)
                .ThenBy(option => option.Method.MaxDays),
        ];
    }
}
