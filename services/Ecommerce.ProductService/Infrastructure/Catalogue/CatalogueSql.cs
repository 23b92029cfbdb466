using Ecommerce.ProductService.Infrastructure.Inventory;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

/// <summary>What the database does for the catalogue by itself. Made by a migration; a change is a new migration.</summary>
/// <remarks>
/// Categories: every change of the tree holds one advisory lock, so that two moves see each other; the paths are written by triggers, and a
/// cycle is refused there. Products: the slugs that they ever had and the categories that they are in have tables of their own, filled by
/// triggers, so that a key and a foreign key hold what no reader could check. Documents: what a list shows of an active product, one row a
/// currency, written by <c>touch_products</c> in the transaction of the change, after it holds the row of <c>product_changes</c>: of two
/// changes of one product the second one composes what both wrote; what they say is in <see cref="DocumentSql"/>.
/// </remarks>
internal static class CatalogueSql
{
    public static readonly string Create = """
        CREATE FUNCTION lock_categories() RETURNS void LANGUAGE sql AS 'SELECT pg_advisory_xact_lock(7021001)';

        CREATE FUNCTION place_category() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          v_parent uuid[] := '{}';
        BEGIN
          PERFORM lock_categories();
          IF NEW.parent_id IS NOT NULL THEN
            SELECT c.path INTO v_parent FROM categories c WHERE c.id = NEW.parent_id;
            IF NOT FOUND THEN
              RAISE foreign_key_violation USING CONSTRAINT = 'fk_categories_categories_parent_id', MESSAGE = 'The parent category is not there.';
            END IF;
          END IF;
          IF NEW.id = ANY (v_parent) THEN
            RAISE check_violation USING CONSTRAINT = 'ck_categories_cycle', MESSAGE = 'A category cannot be its own ancestor.';
          END IF;
          NEW.path := v_parent || NEW.id;
          RETURN NEW;
        END $$;

        CREATE FUNCTION place_descendants() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE categories c SET path = NEW.path || c.path[array_position(c.path, NEW.id) + 1:]
            WHERE c.id <> NEW.id AND c.path @> ARRAY[NEW.id];
          RETURN NULL;
        END $$;

        CREATE FUNCTION tell_catalogue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('product_changes', 'definitions');
          RETURN NULL;
        END $$;

        CREATE TRIGGER place BEFORE INSERT OR UPDATE OF parent_id ON categories FOR EACH ROW EXECUTE FUNCTION place_category();
        CREATE TRIGGER place_descendants AFTER UPDATE OF parent_id ON categories FOR EACH ROW EXECUTE FUNCTION place_descendants();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON categories FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue_changed();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON brands FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue_changed();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON attributes FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue_changed();

        CREATE TABLE product_slugs (
          slug varchar(200) CONSTRAINT pk_product_slugs PRIMARY KEY,
          product_id uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE);
        CREATE INDEX ix_product_slugs_product ON product_slugs (product_id);

        CREATE TABLE product_categories (
          category_id uuid NOT NULL CONSTRAINT fk_product_categories_category REFERENCES categories (id),
          product_id uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
          CONSTRAINT pk_product_categories PRIMARY KEY (category_id, product_id));
        CREATE INDEX ix_product_categories_product ON product_categories (product_id);

        CREATE FUNCTION note_new_products() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO product_slugs (slug, product_id) SELECT n.slug, n.id FROM new_rows n;
          INSERT INTO product_categories (category_id, product_id) SELECT DISTINCT c, n.id FROM new_rows n CROSS JOIN unnest(n.category_ids) AS c;
          RETURN NULL;
        END $$;

        CREATE FUNCTION note_changed_products() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id) WHERE n.slug <> o.slug) THEN
            INSERT INTO product_slugs (slug, product_id)
              SELECT n.slug, n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n.slug <> o.slug ON CONFLICT (slug) DO NOTHING;
            IF EXISTS (SELECT FROM new_rows n JOIN product_slugs s ON s.slug = n.slug WHERE s.product_id <> n.id) THEN
              RAISE unique_violation USING CONSTRAINT = 'pk_product_slugs', MESSAGE = 'Another product has or had the slug.';
            END IF;
          END IF;
          IF EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id) WHERE n.category_ids <> o.category_ids) THEN
            DELETE FROM product_categories pc USING new_rows n WHERE pc.product_id = n.id AND pc.category_id <> ALL (n.category_ids);
            INSERT INTO product_categories (category_id, product_id)
              SELECT DISTINCT c, n.id FROM new_rows n CROSS JOIN unnest(n.category_ids) AS c ON CONFLICT DO NOTHING;
          END IF;
          RETURN NULL;
        END $$;

        CREATE TRIGGER note_new AFTER INSERT ON products REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_new_products();
        CREATE TRIGGER note_changed AFTER UPDATE ON products REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION note_changed_products();

        ALTER TABLE scheduled_prices ADD CONSTRAINT ex_scheduled_prices_overlap
          EXCLUDE USING gist (sku WITH =, currency WITH =, tstzrange(starts_at, ends_at) WITH &&);

        CREATE TABLE product_documents (
          product_id uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
          currency char(3) NOT NULL,
          body text NOT NULL,
          price_from bigint NOT NULL,
          valid_until timestamptz,
          CONSTRAINT pk_product_documents PRIMARY KEY (product_id, currency));
        CREATE INDEX ix_product_documents_valid_until ON product_documents (valid_until) WHERE valid_until IS NOT NULL;

        -- What a variant costs at a moment, with the price that it is shown against and the moment at which that may change.
        CREATE FUNCTION prices_at(p_sku varchar, p_now timestamptz)
        RETURNS TABLE (currency char(3), price bigint, compare_at bigint, sale_ends_at timestamptz, valid_until timestamptz) LANGUAGE sql STABLE AS $$
          SELECT p.currency, COALESCE(s.amount, p.amount), CASE WHEN GREATEST(p.compare_at, p.amount) > COALESCE(s.amount, p.amount) THEN GREATEST(p.compare_at, p.amount) END,
                 s.ends_at, (SELECT min(CASE WHEN b.starts_at > p_now THEN b.starts_at ELSE b.ends_at END) FROM scheduled_prices b
                             WHERE b.sku = p_sku AND b.currency = p.currency AND (b.ends_at IS NULL OR b.ends_at > p_now))
          FROM variant_prices p
          LEFT JOIN scheduled_prices s ON s.sku = p.sku AND s.currency = p.currency AND s.starts_at <= p_now AND (s.ends_at IS NULL OR p_now < s.ends_at)
          WHERE p.sku = p_sku
        $$;

        """ + "\n" + DocumentSql.Compose(StockViews.AvailableByView) + "\n" + """
        CREATE FUNCTION write_documents(p_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM product_documents d WHERE d.product_id = ANY (p_ids) AND NOT EXISTS (
            SELECT FROM products p JOIN variants v ON v.product_id = p.id JOIN variant_prices vp ON vp.sku = v.sku AND vp.currency = d.currency
            WHERE p.id = d.product_id AND p.status = 'Active');
          INSERT INTO product_documents (product_id, currency, body, price_from, valid_until)
            SELECT c.product_id, c.currency, c.body, c.price_from, c.valid_until FROM compose_documents(p_ids, clock_timestamp()) c
          ON CONFLICT (product_id, currency) DO UPDATE SET body = EXCLUDED.body, price_from = EXCLUDED.price_from, valid_until = EXCLUDED.valid_until;
        END $$;

        CREATE OR REPLACE FUNCTION touch_products(p_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          -- The revision is taken once the row is held, so that revisions of one product rise in the order of the commits.
          INSERT INTO product_changes AS c (product_id, revision, transaction)
            SELECT t.id, nextval('product_revisions'), pg_current_xact_id() FROM (SELECT DISTINCT unnest(p_ids) AS id ORDER BY id) t
          ON CONFLICT (product_id) DO UPDATE SET revision = nextval('product_revisions'), transaction = EXCLUDED.transaction;
          -- A statement of its own: it sees what those that held the rows before have committed.
          PERFORM write_documents(ARRAY(SELECT DISTINCT unnest(p_ids)));
          PERFORM pg_notify('product_changes', '');
        END $$;

        CREATE TABLE search_source (id uuid NOT NULL);
        INSERT INTO search_source VALUES (gen_random_uuid());
        """;

    /// <summary>Brings what earlier versions wrote into the present form; before the triggers are there.</summary>
    public const string Convert = """
        WITH RECURSIVE tree AS (
          SELECT id, ARRAY[id] AS path FROM categories WHERE parent_id IS NULL
          UNION ALL SELECT c.id, t.path || c.id FROM categories c JOIN tree t ON c.parent_id = t.id)
        UPDATE categories c SET path = t.path FROM tree t WHERE t.id = c.id;
        INSERT INTO brands (id, slug, name, version)
          SELECT gen_random_uuid(), COALESCE(NULLIF(trim(BOTH '-' FROM regexp_replace(lower(brand), '[^a-z0-9]+', '-', 'g')), ''), 'brand') || CASE WHEN n > 1 THEN '-' || n ELSE '' END, brand, 0
          FROM (SELECT brand, row_number() OVER (PARTITION BY trim(BOTH '-' FROM regexp_replace(lower(brand), '[^a-z0-9]+', '-', 'g')) ORDER BY brand) AS n
                FROM (SELECT DISTINCT brand FROM products WHERE brand <> '') d) b;
        UPDATE products p SET brand_id = b.id FROM brands b WHERE b.name = p.brand;
        UPDATE products SET activated_at = created_at WHERE status <> 'Draft';

        -- Only the innermost ones: the ancestors follow from the tree now.
        UPDATE products p SET category_ids = ARRAY(
          SELECT c.id FROM categories c WHERE c.id = ANY (p.category_ids)
            AND NOT EXISTS (SELECT FROM categories d WHERE d.id = ANY (p.category_ids) AND d.id <> c.id AND c.id = ANY (d.path)));
        """;

    /// <summary>Fills what the triggers keep for the products that were there before.</summary>
    public const string Fill = """
        INSERT INTO product_slugs (slug, product_id) SELECT slug, id FROM products;
        INSERT INTO product_categories (category_id, product_id) SELECT DISTINCT c, p.id FROM products p CROSS JOIN unnest(p.category_ids) AS c;
        SELECT touch_products(ARRAY(SELECT id FROM products));
        """;

    public const string Drop = """
        DROP FUNCTION IF EXISTS tell_products; DROP TABLE search_source; DROP FUNCTION write_documents; DROP FUNCTION compose_documents; DROP FUNCTION prices_at; DROP TABLE product_documents;
        ALTER TABLE scheduled_prices DROP CONSTRAINT ex_scheduled_prices_overlap;
        DROP TRIGGER note_new ON products; DROP TRIGGER note_changed ON products; DROP FUNCTION note_new_products; DROP FUNCTION note_changed_products;
        DROP TABLE product_categories; DROP TABLE product_slugs;
        DROP TRIGGER tell ON categories; DROP TRIGGER tell ON brands; DROP TRIGGER tell ON attributes; DROP FUNCTION tell_catalogue_changed;
        DROP TRIGGER place_descendants ON categories; DROP TRIGGER place ON categories; DROP FUNCTION place_descendants; DROP FUNCTION place_category; DROP FUNCTION lock_categories;
        """;
}
