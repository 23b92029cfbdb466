namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// Looks at a product with several variants: filters by options, and with them those by price and stock, are met where one variant meets them all. What
/// a value of an option counts is decided by the variants that have it.
/// </summary>
internal static class VariantLook
{
    private const ulong OfVariants = FilterSet.PriceBit | FilterSet.StockBit;

    /// <summary>Whether the variants decide: they need not be looked at where no filter is about them.</summary>
    public static bool Decides(FilterSet filters, FacetCounter? counter) => filters.Options != 0 || (counter is not null && filters.IsByStockOrPrice);

    /// <param name="columns">The segment's variants.</param>
    /// <param name="prices">Theirs in the search's currency, or null.</param>
    /// <param name="variants">The product's.</param>
    /// <param name="filters">The search's.</param>
    /// <param name="failures">What the product as a whole fails.</param>
    /// <param name="product">Its values and flags.</param>
    /// <param name="counter">Counts it, or null.</param>
    /// <returns>Whether it meets the search.</returns>
    public static bool Look(
        VariantColumns columns, long[]? prices, (int From, int To) variants, FilterSet filters, ulong failures, ProductValues product, FacetCounter? counter)
    {
        if (filters.Options == 0)
        {
            CountOptions(columns, prices, variants, filters, product, counter!);
            return true;
        }

        // What no variant has, none has together with the rest.
        var certain = failures & ~OfVariants;
        if (certain != 0 && (counter is null || !ulong.IsPow2(certain)))
        {
            return false;
        }

        var outer = certain & ~filters.Options;
        var isMet = false;
        var (isOtherwiseMet, isInStock, cheapest) = (false, false, long.MaxValue);
        counter?.BeginVariants();
        for (var variant = variants.From; variant < variants.To; variant++)
        {
            var price = prices is null ? -1 : prices[variant] - 1;
            if (filters.IsForShoppers && price < 0)
            {
                continue;
            }

            var options = columns.Options(variant);
            var failed = filters.VariantFailures(options, columns.IsInStock(variant), price);
            isMet |= failed == 0;
            if (counter is null)
            {
                if (isMet)
                {
                    return true;
                }

                continue;
            }

            if (outer != 0)
            {
                continue;
            }

            if ((failed & ~FilterSet.StockBit) == 0)
            {
                isOtherwiseMet = true;
                isInStock |= columns.IsInStock(variant);
            }

            if ((failed & ~FilterSet.PriceBit) == 0)
            {
                cheapest = Math.Min(cheapest, price);
            }

            if (failed == 0)
            {
                counter.CountOptions(options, null);
            }
            else if (ulong.IsPow2(failed) && (failed & OfVariants) == 0)
            {
                counter.CountOptions(options, filters.FacetOf(failed));
            }
        }

        if (counter is null)
        {
            return false;
        }

        if (outer != 0)
        {
            if (isMet && filters.FacetOf(outer) is >= 0 and var facet)
            {
                counter.CountOnly(facet, product.Facets, product.Flags);
            }

            return false;
        }

        if (isMet)
        {
            counter.CountValues(product.Facets, product.Flags, withOptions: false);
        }

        if (isOtherwiseMet)
        {
            counter.CountStock(isInStock);
        }

        if (cheapest is >= 0 and < long.MaxValue)
        {
            counter.CountPrice(cheapest);
        }

        return isMet;
    }

    // Of a product that meets the search, the options that can be had in stock and at the price asked for.
    private static void CountOptions(
        VariantColumns columns, long[]? prices, (int From, int To) variants, FilterSet filters, ProductValues product, FacetCounter counter)
    {
        counter.CountValues(product.Facets, product.Flags, withOptions: false);
        counter.CountPrice(product.Price);
        counter.CountStock((product.Flags & Fields.InStockFlag) != 0);
        counter.BeginVariants();
        for (var variant = variants.From; variant < variants.To; variant++)
        {
            var price = prices is null ? -1 : prices[variant] - 1;
            var options = columns.Options(variant);
            if ((!filters.IsForShoppers || price >= 0) && filters.VariantFailures(options, columns.IsInStock(variant), price) == 0)
            {
                counter.CountOptions(options, null);
            }
        }
    }
}
