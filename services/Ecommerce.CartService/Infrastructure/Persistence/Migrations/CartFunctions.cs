namespace Ecommerce.CartService.Infrastructure.Persistence.Migrations;

/// <summary>
/// Every change of a cart, each in one round trip and one commit under the lock of the cart's row. A later change is a
/// migration with a text of its own.
/// </summary>
internal static class CartFunctions
{
    /// <summary>A cart as <c>CartJson</c> reads it.</summary>
    public const string Json = """
        CREATE FUNCTION cart_json(p_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
          SELECT jsonb_build_object(
            'id', c.id, 'version', c.version, 'revision', c.revision, 'status', c.status, 'customer_id', c.customer_id,
            'token_hash', encode(c.token_hash, 'base64'), 'currency', c.currency, 'coupon_codes', to_jsonb(c.coupon_codes),
            'destination', CASE WHEN c.country IS NOT NULL THEN
              jsonb_build_object('country', c.country, 'region', c.region, 'postal_code', c.postal_code) END,
            'email', c.email, 'expires_at', c.expires_at,
            'lines', COALESCE((
              SELECT jsonb_agg(jsonb_build_object(
                'id', l.id, 'sku', l.sku, 'quantity', l.quantity, 'unit_price', l.unit_price, 'product_id', l.product_id,
                'name', l.name, 'variant_name', l.variant_name, 'image_url', l.image_url) ORDER BY l.id)
              FROM cart_lines l WHERE l.cart_id = c.id), '[]'))::text
          FROM carts c WHERE c.id = p_id
        $$;
        """;

    /// <summary>The same, planned once a session: Postgres before 18 parses and plans a function in SQL anew at each call.</summary>
    public const string PlannedJson = """
        CREATE OR REPLACE FUNCTION cart_json(p_id uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN (
            SELECT jsonb_build_object(
              'id', c.id, 'version', c.version, 'revision', c.revision, 'status', c.status, 'customer_id', c.customer_id,
              'token_hash', encode(c.token_hash, 'base64'), 'currency', c.currency, 'coupon_codes', to_jsonb(c.coupon_codes),
              'destination', CASE WHEN c.country IS NOT NULL THEN
                jsonb_build_object('country', c.country, 'region', c.region, 'postal_code', c.postal_code) END,
              'email', c.email, 'expires_at', c.expires_at,
              'lines', COALESCE((
                SELECT jsonb_agg(jsonb_build_object(
                  'id', l.id, 'sku', l.sku, 'quantity', l.quantity, 'unit_price', l.unit_price, 'product_id', l.product_id,
                  'name', l.name, 'variant_name', l.variant_name, 'image_url', l.image_url) ORDER BY l.id)
                FROM cart_lines l WHERE l.cart_id = c.id), '[]'))::text
            FROM carts c WHERE c.id = p_id);
        END $$;
        """;

    /// <summary>Why a holder may not change a cart; null where they may.</summary>
    public const string Refusal = """
        CREATE FUNCTION cart_refusal(c carts, p_customer uuid, p_token_hash bytea, p_now timestamptz)
        RETURNS text LANGUAGE sql IMMUTABLE AS $$
          SELECT CASE
            WHEN c.id IS NULL THEN 'cart.not_found'
            WHEN NOT COALESCE(CASE WHEN c.customer_id IS NULL THEN c.token_hash = p_token_hash ELSE c.customer_id = p_customer END, FALSE)
              THEN 'cart.not_found'
            WHEN c.status = 'Frozen' THEN 'cart.frozen'
            WHEN c.status = 'Ordered' THEN 'cart.already_ordered'
            WHEN c.status = 'Merged' THEN 'cart.merged'
            WHEN c.status = 'Expired' OR c.expires_at <= p_now THEN 'cart.expired'
          END
        $$;
        """;

    public const string Create = """
        CREATE FUNCTION create_cart(
          p_id uuid, p_customer uuid, p_token_hash bytea, p_currency text, p_now timestamptz, p_until timestamptz)
        RETURNS TABLE (is_new boolean, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          v_id uuid;
        BEGIN
          LOOP
            -- One that has expired and was not cleared away yet makes room.
            UPDATE carts SET status = 'Expired', revision = revision + 1
            WHERE p_customer IS NOT NULL AND customer_id = p_customer AND status = 'Active' AND expires_at <= p_now;

            INSERT INTO carts (id, version, revision, status, customer_id, token_hash, currency, coupon_codes, recent_requests, created_at, changed_at, expires_at)
            VALUES (p_id, 0, 0, 'Active', p_customer, CASE WHEN p_customer IS NULL THEN p_token_hash END, p_currency, '{}', '{}', p_now, p_now, p_until)
            ON CONFLICT DO NOTHING;
            IF FOUND THEN
              RETURN QUERY SELECT TRUE, cart_json(p_id);
              RETURN;
            END IF;

            SELECT id INTO v_id FROM carts WHERE customer_id = p_customer AND status IN ('Active', 'Frozen');
            IF FOUND THEN
              RETURN QUERY SELECT FALSE, cart_json(v_id);
              RETURN;
            END IF;
            -- Ordered in between: the next round makes a new one.
          END LOOP;
        END $$;
        """;

    public const string Change = """
        CREATE FUNCTION change_cart(
          p_id uuid, p_customer uuid, p_token_hash bytea, p_version int, p_op text, a jsonb, p_now timestamptz,
          p_guest_until timestamptz, p_customer_until timestamptz)
        RETURNS TABLE (refusal text, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          c carts%ROWTYPE;
          v_refusal text;
          v_request uuid := (a ->> 'request_id')::uuid;
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
              IF (SELECT count(*) FROM cart_lines WHERE cart_id = p_id AND sku <> a ->> 'sku') >= 200 THEN
                v_refusal := 'cart.too_many_lines';
              ELSE
                INSERT INTO cart_lines AS l (cart_id, id, sku, quantity, unit_price, product_id, name, variant_name, image_url)
                VALUES (p_id, (a ->> 'line_id')::uuid, a ->> 'sku', (a ->> 'quantity')::int, (a ->> 'unit_price')::bigint,
                        (a ->> 'product_id')::uuid, a ->> 'name', a ->> 'variant_name', a ->> 'image_url')
                ON CONFLICT (cart_id, sku) DO UPDATE
                  SET quantity = l.quantity + EXCLUDED.quantity, unit_price = EXCLUDED.unit_price, name = EXCLUDED.name,
                      variant_name = EXCLUDED.variant_name, image_url = EXCLUDED.image_url
                  WHERE l.quantity + EXCLUDED.quantity <= 9999;
                IF NOT FOUND THEN
                  v_refusal := 'cart.quantity_too_large';
                END IF;
              END IF;
            WHEN 'set_quantity' THEN
              UPDATE cart_lines SET quantity = (a ->> 'quantity')::int WHERE cart_id = p_id AND id = (a ->> 'line_id')::uuid;
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
          END CASE;

          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, NULL::text;
            RETURN;
          END IF;

          UPDATE carts SET
            version = c.version + 1, revision = c.revision + 1, changed_at = p_now,
            expires_at = CASE WHEN c.customer_id IS NULL THEN p_guest_until ELSE p_customer_until END,
            coupon_codes = c.coupon_codes, country = c.country, region = c.region, postal_code = c.postal_code, email = c.email,
            recent_requests = CASE WHEN v_request IS NULL THEN c.recent_requests ELSE (ARRAY[v_request] || c.recent_requests)[1:20] END
          WHERE id = p_id;
          RETURN QUERY SELECT NULL::text, cart_json(p_id);
        END $$;
        """;

    public const string Merge = """
        CREATE FUNCTION merge_carts(
          p_id uuid, p_customer uuid, p_guest_id uuid, p_guest_token_hash bytea, p_now timestamptz, p_until timestamptz)
        RETURNS TABLE (refusal text, is_new boolean, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          c carts%ROWTYPE;
          g carts%ROWTYPE;
          v_refusal text;
        BEGIN
          PERFORM 1 FROM carts WHERE id IN (p_id, p_guest_id) ORDER BY id FOR UPDATE;
          SELECT * INTO c FROM carts WHERE id = p_id AND customer_id = p_customer;
          SELECT * INTO g FROM carts WHERE id = p_guest_id AND customer_id IS NULL;
          IF c.id IS NOT NULL AND g.status = 'Merged' AND g.merged_into = p_id AND g.token_hash = p_guest_token_hash THEN
            RETURN QUERY SELECT NULL::text, FALSE, cart_json(p_id);
            RETURN;
          END IF;

          v_refusal := COALESCE(
            cart_refusal(c, p_customer, NULL, p_now),
            cart_refusal(g, NULL, p_guest_token_hash, p_now),
            CASE
              WHEN (SELECT count(DISTINCT sku) FROM cart_lines WHERE cart_id IN (p_id, p_guest_id)) > 200 THEN 'cart.too_many_lines'
              WHEN EXISTS (SELECT 1 FROM cart_lines WHERE cart_id IN (p_id, p_guest_id) GROUP BY sku HAVING sum(quantity) > 9999)
                THEN 'cart.quantity_too_large'
              WHEN (SELECT count(DISTINCT code) FROM unnest(c.coupon_codes || g.coupon_codes) AS code) > 10 THEN 'cart.too_many_coupons'
            END);
          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, FALSE, NULL::text;
            RETURN;
          END IF;

          INSERT INTO cart_lines AS l (cart_id, id, sku, quantity, unit_price, product_id, name, variant_name, image_url)
          SELECT p_id, id, sku, quantity, CASE WHEN g.currency = c.currency THEN unit_price END, product_id, name, variant_name, image_url
          FROM cart_lines WHERE cart_id = p_guest_id
          ON CONFLICT (cart_id, sku) DO UPDATE SET quantity = l.quantity + EXCLUDED.quantity;

          UPDATE carts SET
            version = version + 1, revision = revision + 1, changed_at = p_now, expires_at = p_until,
            coupon_codes = c.coupon_codes || ARRAY(SELECT code FROM unnest(g.coupon_codes) AS code WHERE NOT code = ANY (c.coupon_codes)),
            country = COALESCE(c.country, g.country), region = CASE WHEN c.country IS NULL THEN g.region ELSE c.region END,
            postal_code = CASE WHEN c.country IS NULL THEN g.postal_code ELSE c.postal_code END
          WHERE id = p_id;
          UPDATE carts SET status = 'Merged', merged_into = p_id, version = version + 1, revision = revision + 1, changed_at = p_now
          WHERE id = p_guest_id;
          RETURN QUERY SELECT NULL::text, TRUE, cart_json(p_id);
        END $$;
        """;

    public const string Freeze = """
        CREATE FUNCTION freeze_cart(p_id uuid, p_order uuid, p_version int, p_now timestamptz)
        RETURNS TABLE (refusal text, cart text) LANGUAGE plpgsql AS $$
        DECLARE
          c carts%ROWTYPE;
          v_state text;
          v_refusal text;
        BEGIN
          SELECT * INTO c FROM carts WHERE id = p_id FOR UPDATE;
          SELECT state INTO v_state FROM cart_freezes WHERE order_id = p_order;
          v_refusal := CASE
            WHEN v_state = 'Released' THEN 'cart.released'
            WHEN c.id IS NULL THEN 'cart.not_found'
            WHEN c.order_id = p_order THEN NULL
            WHEN c.status = 'Frozen' THEN 'cart.frozen'
            WHEN c.status = 'Ordered' THEN 'cart.already_ordered'
            WHEN c.status <> 'Active' THEN 'cart.not_found'
            WHEN c.version <> p_version THEN 'cart.version_changed'
          END;
          IF v_refusal IS NOT NULL THEN
            RETURN QUERY SELECT v_refusal, NULL::text;
            RETURN;
          END IF;

          IF c.order_id IS DISTINCT FROM p_order THEN
            INSERT INTO cart_freezes (order_id, cart_id, state, changed_at) VALUES (p_order, p_id, 'Frozen', p_now) ON CONFLICT DO NOTHING;
            IF NOT FOUND THEN
              -- Given up while this waited, or used for another cart.
              RETURN QUERY SELECT 'cart.released', NULL::text;
              RETURN;
            END IF;

            UPDATE carts SET status = 'Frozen', order_id = p_order, revision = revision + 1, changed_at = p_now WHERE id = p_id;
          END IF;

          RETURN QUERY SELECT NULL::text, cart_json(p_id);
        END $$;

        CREATE FUNCTION unfreeze_cart(p_id uuid, p_order uuid, p_now timestamptz, p_guest_until timestamptz, p_customer_until timestamptz)
        RETURNS text LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM 1 FROM carts WHERE id = p_id FOR UPDATE;
          INSERT INTO cart_freezes (order_id, cart_id, state, changed_at) VALUES (p_order, p_id, 'Released', p_now)
          ON CONFLICT (order_id) DO UPDATE SET state = 'Released', changed_at = p_now;
          UPDATE carts SET
            status = 'Active', order_id = NULL, revision = revision + 1, changed_at = p_now,
            expires_at = CASE WHEN customer_id IS NULL THEN p_guest_until ELSE p_customer_until END
          WHERE id = p_id AND status = 'Frozen' AND order_id = p_order;
          RETURN CASE WHEN FOUND THEN cart_json(p_id) END;
        END $$;

        CREATE FUNCTION order_cart(p_id uuid, p_order uuid, p_now timestamptz) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE carts SET status = 'Ordered', order_id = p_order, revision = revision + 1, changed_at = p_now
          WHERE id = p_id AND status IN ('Active', 'Frozen', 'Expired');
          RETURN CASE WHEN FOUND THEN cart_json(p_id) END;
        END $$;
        """;
}
