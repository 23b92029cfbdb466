namespace Ecommerce.ProductService.Infrastructure.Catalogue;

/// <summary>
/// What the database tells others of products where no aggregate is loaded: stock, images, ratings, and prices that change by the clock. Made by a
/// migration; a change is a new migration.
/// </summary>
internal static class TellingSql
{
    public const string Create = """
        -- Their shown form is composed anew, and who keeps a copy of those on sale is told. Told after they are held: the events of one product
        -- are in the order of the commits.
        CREATE FUNCTION tell_products(p_ids uuid[], p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
        BEGIN
          IF p_ids IS NULL THEN
            RETURN false;
          END IF;

          PERFORM touch_products(p_ids);
          INSERT INTO outbox_messages (id, type, subject, time, data, attempts)
            SELECT gen_random_uuid(), 'product.changed.v1', 'product/' || p.id, p_now,
                   json_build_object('productId', p.id, 'slug', p.slug, 'status', lower(p.status),
                     'changedAt', to_char(p_now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 0
            FROM products p WHERE p.id = ANY (p_ids) AND p.status = 'Active' ORDER BY p.id;
          RETURN FOUND;
        END $$;

        -- Sales that began are marked and their lower prices told, once; products whose price changed by the clock, at a sale's begin or end, are told of.
        -- By the database's clock, as documents are composed by it. One replica does it at a time. Returns how much there was to do.
        CREATE FUNCTION turn_prices(p_limit int) RETURNS int LANGUAGE plpgsql AS $$
        DECLARE
          v_now timestamptz := clock_timestamp();
          v_sales uuid[];
          v_products uuid[];
        BEGIN
          IF NOT pg_try_advisory_xact_lock(7021002) THEN
            RETURN 0;
          END IF;

          -- One that an editor is just changing is left for the next time.
          SELECT array_agg(due.id) INTO v_sales FROM (
            SELECT s.id FROM scheduled_prices s WHERE s.begun_at IS NULL AND s.starts_at <= v_now ORDER BY s.starts_at, s.id LIMIT p_limit FOR UPDATE SKIP LOCKED) due;
          UPDATE scheduled_prices s SET begun_at = v_now WHERE s.id = ANY (v_sales);
          SELECT array_agg(changed.product_id) INTO v_products FROM (
            SELECT v.product_id FROM scheduled_prices s JOIN variants v ON v.sku = s.sku WHERE s.id = ANY (v_sales)
            UNION
            (SELECT d.product_id FROM product_documents d WHERE d.valid_until <= v_now ORDER BY d.valid_until LIMIT p_limit)) changed;
          PERFORM tell_products(v_products, v_now);
          INSERT INTO outbox_messages (id, type, subject, time, data, attempts)
            SELECT gen_random_uuid(), 'product.price_dropped.v1', 'product/' || p.id, v_now,
                   json_build_object('sku', s.sku, 'productId', p.id, 'oldPrice', COALESCE(before.amount, r.amount), 'newPrice', s.amount, 'currency', s.currency,
                     'droppedAt', to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 0
            FROM scheduled_prices s
            JOIN variants v ON v.sku = s.sku
            JOIN products p ON p.id = v.product_id AND p.status = 'Active'
            JOIN variant_prices r ON r.sku = s.sku AND r.currency = s.currency
            LEFT JOIN scheduled_prices before ON before.sku = s.sku AND before.currency = s.currency AND before.ends_at = s.starts_at
            WHERE s.id = ANY (v_sales) AND (s.ends_at IS NULL OR s.ends_at > v_now) AND s.amount < COALESCE(before.amount, r.amount)
            ORDER BY s.starts_at, s.id;
          RETURN COALESCE(cardinality(v_sales), 0) + COALESCE(cardinality(v_products), 0);
        END $$;
        """;

    /// <summary>Images of an article that is removed are the whole product's.</summary>
    public const string LinkImages = """
        UPDATE product_images i SET sku = NULL WHERE i.sku IS NOT NULL AND NOT EXISTS (SELECT FROM variants v WHERE v.sku = i.sku AND v.product_id = i.product_id);
        CREATE INDEX ix_product_images_sku ON product_images (sku) WHERE sku IS NOT NULL;
        ALTER TABLE product_images ADD CONSTRAINT fk_product_images_variant FOREIGN KEY (sku) REFERENCES variants (sku) ON DELETE SET NULL;
        """;

    public const string UnlinkImages = "ALTER TABLE product_images DROP CONSTRAINT fk_product_images_variant; DROP INDEX ix_product_images_sku;";
}
