namespace Ecommerce.CartService.Infrastructure.Persistence.Migrations;

/// <summary>As <see cref="CartFunctions"/>, with what is kept for later, what the shopper was shown, and merging up to the stock.</summary>
internal static class ShoppingFunctions
{
    public const string Json = """
        CREATE OR REPLACE FUNCTION cart_json(p_id uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN (
            SELECT jsonb_build_object(
              'id', c.id, 'version', c.version, 'revision', c.revision, 'status', c.status, 'customer_id', c.customer_id,
              'token_hash', encode(c.token_hash, 'base64'), 'currency', c.currency, 'coupon_codes', to_jsonb(c.coupon_codes),
              'destination', CASE WHEN c.country IS NOT NULL THEN
                jsonb_build_object('country', c.country, 'region', c.region, 'postal_code', c.postal_code) END,
              'email', c.email, 'expires_at', c.expires_at, 'saved_lines', c.saved_lines, 'look', c.look,
              'lines', COALESCE((
                SELECT jsonb_agg(jsonb_build_object(
                  'id', l.id, 'sku', l.sku, 'quantity', l.quantity, 'unit_price', l.unit_price, 'product_id', l.product_id,
                  'name', l.name, 'variant_name', l.variant_name, 'image_url', l.image_url, 'wanted', l.wanted) ORDER BY l.id)
                FROM cart_lines l WHERE l.cart_id = c.id), '[]'))::text
            FROM carts c WHERE c.id = p_id);
        END $$;
        """;

    /// <summary>What is kept for later with one line more; units of one article are added up.</summary>
    public const string Saved = """
        CREATE FUNCTION saved_with(p_saved jsonb, p_line jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
          SELECT CASE
            WHEN EXISTS (SELECT 1 FROM jsonb_array_elements(p_saved) AS s WHERE s ->> 'sku' = p_line ->> 'sku') THEN (
              SELECT jsonb_agg(
                CASE WHEN s ->> 'sku' = p_line ->> 'sku'
                  THEN s || jsonb_build_object('quantity', LEAST(9999, (s ->> 'quantity')::int + (p_line ->> 'quantity')::int)) ELSE s END
                ORDER BY n)
              FROM jsonb_array_elements(p_saved) WITH ORDINALITY AS e (s, n))
            ELSE COALESCE(p_saved, '[]') || jsonb_build_array(p_line) END
        $$;
        """;

    public const string Change = """
        CREATE OR REPLACE FUNCTION change_cart(
          p_id uuid, p_customer uuid, p_token_hash bytea, p_version int, p_op text, a jsonb, p_now timestamptz,
          p_guest_until timestamptz, p_customer_until timestamptz)
        RETURNS TABLE (refusal text, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          c carts%ROWTYPE;
          v_refusal text;
          v_request uuid := (a ->> 'request_id')::uuid;
          v_line jsonb;
        BEGIN
          SELECT * INTO c FROM carts WHERE id = p_id FOR UPDATE;
          v_refusal := cart_refusal(c, p_customer, p_token_hash, p_now);
          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, NULL::text;
            RETURN;
          END IF;

          IF v_request = ANY (c.recent_requests) THEN
            RETURN QUERY SELECT NULL::text, cart_json(p_id);
            RETURN;
          END IF;

          IF p_version <> c.version THEN
            RETURN QUERY SELECT 'cart.stale', NULL::text;
            RETURN;
          END IF;

          CASE p_op
            WHEN 'add_line' THEN
              IF (SELECT count(*) FROM cart_lines WHERE cart_id = p_id AND sku <> a ->> 'sku') + COALESCE(jsonb_array_length(c.saved_lines), 0) >= 200 THEN
                v_refusal := 'cart.too_many_lines';
              ELSE
                INSERT INTO cart_lines AS l (cart_id, id, sku, quantity, unit_price, product_id, name, variant_name, image_url)
                VALUES (p_id, (a ->> 'line_id')::uuid, a ->> 'sku', (a ->> 'quantity')::int, (a ->> 'unit_price')::bigint,
                        (a ->> 'product_id')::uuid, a ->> 'name', a ->> 'variant_name', a ->> 'image_url')
                ON CONFLICT (cart_id, sku) DO UPDATE
                  SET quantity = l.quantity + EXCLUDED.quantity, unit_price = EXCLUDED.unit_price, name = EXCLUDED.name,
                      variant_name = EXCLUDED.variant_name, image_url = EXCLUDED.image_url, wanted = NULL
                  WHERE l.quantity + EXCLUDED.quantity <= 9999;
                IF NOT FOUND THEN
                  v_refusal := 'cart.quantity_too_large';
                END IF;
              END IF;
            WHEN 'set_quantity' THEN
              UPDATE cart_lines SET quantity = (a ->> 'quantity')::int, wanted = NULL WHERE cart_id = p_id AND id = (a ->> 'line_id')::uuid;
              IF NOT FOUND THEN
                v_refusal := 'cart.line_not_found';
              END IF;
            WHEN 'remove_line' THEN
              DELETE FROM cart_lines WHERE cart_id = p_id AND id = (a ->> 'line_id')::uuid;
              IF NOT FOUND THEN
                v_refusal := 'cart.line_not_found';
              END IF;
            WHEN 'add_coupon' THEN
              IF NOT a ->> 'code' = ANY (c.coupon_codes) THEN
                IF cardinality(c.coupon_codes) >= 10 THEN
                  v_refusal := 'cart.too_many_coupons';
                ELSE
                  c.coupon_codes := c.coupon_codes || (a ->> 'code');
                END IF;
              END IF;
            WHEN 'remove_coupon' THEN
              IF NOT a ->> 'code' = ANY (c.coupon_codes) THEN
                v_refusal := 'cart.coupon_not_found';
              END IF;
              c.coupon_codes := array_remove(c.coupon_codes, a ->> 'code');
            WHEN 'set_destination' THEN
              c.country := a ->> 'country';
              c.region := a ->> 'region';
              c.postal_code := a ->> 'postal_code';
              c.email := COALESCE(a ->> 'email', c.email);
            WHEN 'save_line' THEN
              DELETE FROM cart_lines l WHERE l.cart_id = p_id AND l.id = (a ->> 'line_id')::uuid
              RETURNING to_jsonb(l) - 'cart_id' - 'wanted' INTO v_line;
              IF NOT FOUND THEN
                v_refusal := 'cart.line_not_found';
              ELSE
                c.saved_lines := saved_with(c.saved_lines, v_line);
              END IF;
            WHEN 'restore_line', 'remove_saved' THEN
              SELECT s INTO v_line FROM jsonb_array_elements(c.saved_lines) AS s WHERE s ->> 'id' = a ->> 'line_id';
              IF NOT FOUND THEN
                v_refusal := 'cart.line_not_found';
              ELSE
                c.saved_lines := (
                  SELECT jsonb_agg(s ORDER BY n) FROM jsonb_array_elements(c.saved_lines) WITH ORDINALITY AS e (s, n) WHERE s ->> 'id' <> a ->> 'line_id');
                IF p_op = 'restore_line' THEN
                  INSERT INTO cart_lines AS l (cart_id, id, sku, quantity, unit_price, product_id, name, variant_name, image_url)
                  SELECT p_id, s.id, s.sku, s.quantity, s.unit_price, s.product_id, s.name, s.variant_name, s.image_url
                  FROM jsonb_to_record(v_line) AS s (
                    id uuid, sku text, quantity int, unit_price bigint, product_id uuid, name text, variant_name text, image_url text)
                  ON CONFLICT (cart_id, sku) DO UPDATE
                    SET quantity = LEAST(9999, l.quantity + EXCLUDED.quantity),
                        wanted = CASE WHEN l.quantity + EXCLUDED.quantity > 9999 THEN l.quantity + EXCLUDED.quantity END;
                END IF;
              END IF;
            WHEN 'acknowledge' THEN
              NULL;
          END CASE;

          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, NULL::text;
            RETURN;
          END IF;

          -- Who changes the cart has seen what was shown before; the line of an add has its new price already.
          IF c.look IS NOT NULL THEN
            UPDATE cart_lines l SET unit_price = k.unit_price, wanted = NULL
            FROM jsonb_to_recordset(c.look -> 'lines') AS k (line_id uuid, unit_price bigint)
            WHERE l.cart_id = p_id AND l.id = k.line_id AND (p_op <> 'add_line' OR l.sku <> a ->> 'sku');
          END IF;

          UPDATE carts SET
            version = c.version + 1, revision = c.revision + 1, changed_at = p_now,
            expires_at = CASE WHEN c.customer_id IS NULL THEN p_guest_until ELSE p_customer_until END,
            coupon_codes = c.coupon_codes, country = c.country, region = c.region, postal_code = c.postal_code, email = c.email,
            saved_lines = c.saved_lines, look = NULL, abandoned_at = NULL,
            recent_requests = CASE WHEN v_request IS NULL THEN c.recent_requests ELSE (ARRAY[v_request] || c.recent_requests)[1:20] END
          WHERE id = p_id;
          RETURN QUERY SELECT NULL::text, cart_json(p_id);
        END $$;
        """;

    /// <summary>
    /// Sums each article up to what there is of it and to what a line holds; never below what either cart had by itself. Where that is less
    /// than the sum, the line says what was wanted.
    /// </summary>
    public const string Merge = """
        DROP FUNCTION merge_carts(uuid, uuid, uuid, bytea, timestamptz, timestamptz);

        CREATE FUNCTION merge_carts(
          p_id uuid, p_customer uuid, p_guest_id uuid, p_guest_token_hash bytea, p_stock jsonb, p_now timestamptz, p_until timestamptz)
        RETURNS TABLE (refusal text, is_new boolean, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          c carts%ROWTYPE;
          g carts%ROWTYPE;
          v_refusal text;
          v_line jsonb;
        BEGIN
          PERFORM 1 FROM carts WHERE id IN (p_id, p_guest_id) ORDER BY id FOR UPDATE;
          SELECT * INTO c FROM carts WHERE id = p_id AND customer_id = p_customer;
          SELECT * INTO g FROM carts WHERE id = p_guest_id AND customer_id IS NULL;
          IF c.id IS NOT NULL AND g.status = 'Merged' AND g.merged_into = p_id AND g.token_hash = p_guest_token_hash THEN
            RETURN QUERY SELECT NULL::text, FALSE, cart_json(p_id);
            RETURN;
          END IF;

          FOR v_line IN SELECT s FROM jsonb_array_elements(g.saved_lines) AS s LOOP
            c.saved_lines := saved_with(c.saved_lines, CASE WHEN g.currency = c.currency THEN v_line ELSE v_line || '{"unit_price": null}' END);
          END LOOP;

          v_refusal := COALESCE(
            cart_refusal(c, p_customer, NULL, p_now),
            cart_refusal(g, NULL, p_guest_token_hash, p_now),
            CASE
              WHEN (SELECT count(DISTINCT sku) FROM cart_lines WHERE cart_id IN (p_id, p_guest_id)) + COALESCE(jsonb_array_length(c.saved_lines), 0) > 200
                THEN 'cart.too_many_lines'
              WHEN (SELECT count(DISTINCT code) FROM unnest(c.coupon_codes || g.coupon_codes) AS code) > 10 THEN 'cart.too_many_coupons'
            END);
          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, FALSE, NULL::text;
            RETURN;
          END IF;

          INSERT INTO cart_lines (cart_id, id, sku, quantity, unit_price, product_id, name, variant_name, image_url, wanted)
          SELECT p_id, s.id, s.sku, s.kept, CASE WHEN g.currency = c.currency THEN s.unit_price END, s.product_id, s.name, s.variant_name, s.image_url,
                 CASE WHEN s.kept < s.total THEN s.total END
          FROM (
            SELECT theirs.*, COALESCE(own.quantity, 0) + theirs.quantity AS total,
                   LEAST(9999, GREATEST(COALESCE(own.quantity, 0), theirs.quantity,
                     LEAST(COALESCE(own.quantity, 0) + theirs.quantity, COALESCE((p_stock ->> theirs.sku)::int, 9999)))) AS kept
            FROM cart_lines theirs LEFT JOIN cart_lines own ON own.cart_id = p_id AND own.sku = theirs.sku
            WHERE theirs.cart_id = p_guest_id) AS s
          ON CONFLICT (cart_id, sku) DO UPDATE SET quantity = EXCLUDED.quantity, wanted = EXCLUDED.wanted;

          UPDATE carts SET
            version = version + 1, revision = revision + 1, changed_at = p_now, expires_at = p_until, saved_lines = c.saved_lines,
            look = NULL, abandoned_at = NULL,
            coupon_codes = c.coupon_codes || ARRAY(SELECT code FROM unnest(g.coupon_codes) AS code WHERE NOT code = ANY (c.coupon_codes)),
            country = COALESCE(c.country, g.country), region = CASE WHEN c.country IS NULL THEN g.region ELSE c.region END,
            postal_code = CASE WHEN c.country IS NULL THEN g.postal_code ELSE c.postal_code END
          WHERE id = p_id;
          UPDATE carts SET status = 'Merged', merged_into = p_id, version = version + 1, revision = revision + 1, changed_at = p_now
          WHERE id = p_guest_id;
          RETURN QUERY SELECT NULL::text, TRUE, cart_json(p_id);
        END $$;
        """;
}
