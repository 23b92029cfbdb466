namespace Ecommerce.ProductService.Infrastructure.Reviews;

/// <summary>A product's rating, counted anew from its approved reviews. Made by a migration; a change is a new migration.</summary>
internal static class RatingSql
{
    public const string Create = """
        -- The products' rows are locked before a review changes, so that of two changes the second counts what the first has done.
        CREATE OR REPLACE FUNCTION rate_products(p_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO product_ratings (product_id, count, average)
            SELECT p.id, count(r.id), COALESCE(round(avg(r.rating), 2), 0)
            FROM products p LEFT JOIN reviews r ON r.product_id = p.id AND r.status = 'Approved'
            WHERE p.id = ANY (p_ids) GROUP BY p.id ORDER BY p.id
            ON CONFLICT (product_id) DO UPDATE SET count = EXCLUDED.count, average = EXCLUDED.average;
          PERFORM tell_products(p_ids, clock_timestamp());
        END $$;
        """;

    public const string Drop = "DROP FUNCTION rate_products;";
}
