namespace Ecommerce.ProductService.Infrastructure.Catalogue;

/// <summary>What a list shows of a product. Made by a migration; a change is a new migration.</summary>
internal static class DocumentSql
{
    /// <param name="available">How many of the article <c>w.sku</c> can be sold.</param>
    public static string Compose(string available) => $$"""
        CREATE OR REPLACE FUNCTION compose_documents(p_ids uuid[], p_now timestamptz)
        RETURNS TABLE (product_id uuid, currency char(3), body text, price_from bigint, valid_until timestamptz) LANGUAGE sql STABLE AS $$
          SELECT p.id, v.currency,
                 json_strip_nulls(json_build_object(
                   'id', p.id, 'slug', p.slug, 'name', p.name, 'brand', COALESCE(b.name, ''),
                   'imageUrl', COALESCE((SELECT i.url FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id LIMIT 1), p.image_urls[1]),
                   'priceFrom', json_build_object('amount', v.price_from, 'currency', v.currency),
                   'inStock', v.in_stock,
                   'rating', CASE WHEN r.count > 0 THEN json_build_object('average', r.average, 'count', r.count) END,
                   'variants', v.variants))::text,
                 v.price_from, v.valid_until
          FROM unnest(p_ids) AS wanted(id)
          JOIN products p ON p.id = wanted.id AND p.status = 'Active'
          LEFT JOIN brands b ON b.id = p.brand_id
          LEFT JOIN product_ratings r ON r.product_id = p.id
          CROSS JOIN LATERAL (
            SELECT x.currency, min(x.price) AS price_from, bool_or(x.in_stock) AS in_stock, min(x.valid_until) AS valid_until,
                   json_agg(json_build_object(
                     'sku', x.sku, 'name', x.name, 'options', x.options, 'price', json_build_object('amount', x.price, 'currency', x.currency),
                     'compareAt', CASE WHEN x.compare_at IS NOT NULL THEN json_build_object('amount', x.compare_at, 'currency', x.currency) END,
                     'inStock', x.in_stock) ORDER BY x.position, x.sku) AS variants
            FROM (
              SELECT w.sku, w.name, w.options, w.position, stock.available > 0 AS in_stock, price.currency, price.price, price.compare_at, price.valid_until
              FROM variants w
              -- OFFSET: looked up once, although it is shown twice.
              CROSS JOIN LATERAL (SELECT {{available}} AS available OFFSET 0) stock
              CROSS JOIN LATERAL prices_at(w.sku, p_now) AS price
              WHERE w.product_id = p.id) x
            GROUP BY x.currency) v
        $$;
        """;
}
