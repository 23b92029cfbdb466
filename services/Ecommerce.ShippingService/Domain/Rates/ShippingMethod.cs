namespace Ecommerce.ShippingService.Domain.Rates;

/// <summary>A way to ship within a zone.</summary>
internal sealed record ShippingMethod(string Code, string Name, string Carrier, int MinDays, int MaxDays, IReadOnlyList<RateBand> Bands)
{
    /// <summary>What it costs, or null where it is not offered.</summary>
    public long? PriceOf(string currency, long subtotal, int weightGrams)
    {
        var band = Bands
            .Where(band => band.Currency == currency && (band.UpToGrams is null || weightGrams <= band.UpToGrams))
            .MinBy(band => band.UpToGrams ?? int.MaxValue);
        return band is null ? null : subtotal >= band.FreeFrom ? 0 : band.Price;
    }
}
