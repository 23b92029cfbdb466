namespace Ecommerce.ProductService.Infrastructure.Inventory;

/// <summary>What the catalogue sees of the stock. Made by a migration; a change is a new migration.</summary>
internal static class StockViews
{
    /// <summary>
    /// From the variants, with the sum in a subquery: so Postgres looks at the levels of the articles that are asked for. A GROUP BY over the
    /// levels would be worked out for all of them first.
    /// </summary>
    public const string Create = """
        CREATE VIEW sku_availability AS
          SELECT v.sku, COALESCE((SELECT sum(s.on_hand - s.reserved) FROM stock_levels s WHERE s.sku = v.sku AND s.is_sellable), 0)::int AS available
          FROM variants v;
        """;

    /// <summary>How many of the article <c>w.sku</c> can be sold, where it is known that the article is there: the view would look it up again.</summary>
    public const string Available = "COALESCE((SELECT sum(s.on_hand - s.reserved) FROM stock_levels s WHERE s.sku = w.sku AND s.is_sellable), 0)";

    /// <summary>The same, of what the view says: it was there before locations were.</summary>
    public const string AvailableByView = "COALESCE((SELECT a.available FROM sku_availability a WHERE a.sku = w.sku), 0)";

    /// <summary>As it was with one location.</summary>
    public const string CreateOld = "CREATE VIEW sku_availability AS SELECT sku, on_hand - reserved AS available FROM stock_levels;";

    public const string Drop = "DROP VIEW sku_availability;";
}
