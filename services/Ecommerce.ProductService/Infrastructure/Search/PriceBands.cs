using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>The bands that prices are counted in: up to 10, 25, 50, 100, … of the currency's whole unit.</summary>
internal static class PriceBands
{
    private static readonly long[] Whole = [0, 10, 25, 50, 100, 250, 500, 1_000, 2_500];

    public static long[] Of(string currency)
    {
        var unit = 1L;
        for (var digit = Currency.From(currency).Exponent; digit > 0; digit--)
        {
            unit *= 10;
        }

        // Where a whole unit buys next to nothing, a hundred of them are what one is elsewhere.
        return [.. Whole.Select(bound => bound * (unit == 1 ? 100 : unit))];
    }

    public static int IndexOf(long[] bands, long price)
    {
        var index = bands.Length - 1;
        while (price < bands[index])
        {
            index--;
        }

        return index;
    }
}
