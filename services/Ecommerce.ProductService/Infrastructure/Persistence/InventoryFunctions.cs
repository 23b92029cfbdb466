namespace Ecommerce.ProductService.Infrastructure.Persistence;

/// <summary>
/// The stock's operations as functions of the database: one round trip, one commit, articles locked in the order of their
/// names, so that no two baskets wait for each other. Made by a migration; a change is a new migration.
/// </summary>
internal static class InventoryFunctions
{
    public const string Create = """
        CREATE FUNCTION reserve_stock(p_id uuid, p_skus text[], p_quantities int[], p_expires_at timestamptz, p_now timestamptz)
        RETURNS TABLE (status text, sku text, requested int, available int) LANGUAGE plpgsql AS $$
        DECLARE
          v_status text;
          v_short boolean := false;
        BEGIN
          INSERT INTO reservations (id, status, expires_at, created_at) VALUES (p_id, 'Reserved', p_expires_at, p_now) ON CONFLICT (id) DO NOTHING;
          IF NOT FOUND THEN
            SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id;
            RETURN QUERY SELECT v_status, NULL::text, 0, 0;
            RETURN;
          END IF;

          PERFORM 1 FROM stock_levels s WHERE s.sku = ANY (p_skus) ORDER BY s.sku FOR UPDATE;

          FOR sku, requested, available IN
            SELECT q.sku, q.quantity, COALESCE(s.on_hand - s.reserved, 0)
            FROM unnest(p_skus, p_quantities) AS q(sku, quantity) LEFT JOIN stock_levels s ON s.sku = q.sku
            WHERE COALESCE(s.on_hand - s.reserved, 0) < q.quantity
          LOOP
            v_short := true;
            status := 'Short';
            RETURN NEXT;
          END LOOP;
          IF v_short THEN
            DELETE FROM reservations r WHERE r.id = p_id;
            RETURN;
          END IF;

          INSERT INTO reservation_lines (reservation_id, sku, quantity)
            SELECT p_id, q.sku, q.quantity FROM unnest(p_skus, p_quantities) AS q(sku, quantity);
          UPDATE stock_levels s SET reserved = s.reserved + q.quantity
            FROM unnest(p_skus, p_quantities) AS q(sku, quantity) WHERE s.sku = q.sku;
          INSERT INTO stock_movements (sku, kind, on_hand_change, reserved_change, reference, at)
            SELECT q.sku, 'reserved', 0, q.quantity, p_id, p_now FROM unnest(p_skus, p_quantities) AS q(sku, quantity);
          RETURN QUERY SELECT 'Reserved'::text, NULL::text, 0, 0;
        END $$;

        CREATE FUNCTION end_reservation(p_id uuid, p_status text, p_now timestamptz) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
          v_status text;
          v_committed boolean;
        BEGIN
          INSERT INTO reservations (id, status, expires_at, created_at) VALUES (p_id, 'Released', p_now, p_now) ON CONFLICT (id) DO NOTHING;
          IF FOUND THEN
            RETURN 'Released';
          END IF;

          SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id FOR UPDATE;
          v_committed := v_status = 'Committed' AND p_status = 'Released';
          IF NOT (v_status = 'Reserved' OR v_committed) THEN
            RETURN v_status;
          END IF;

          PERFORM 1 FROM stock_levels s JOIN reservation_lines l ON l.sku = s.sku WHERE l.reservation_id = p_id ORDER BY s.sku FOR UPDATE OF s;
          UPDATE stock_levels s
            SET reserved = s.reserved - CASE WHEN v_committed THEN 0 ELSE l.quantity END,
                on_hand = s.on_hand + CASE WHEN v_committed THEN l.quantity ELSE 0 END
            FROM reservation_lines l WHERE l.reservation_id = p_id AND l.sku = s.sku;
          INSERT INTO stock_movements (sku, kind, on_hand_change, reserved_change, reference, at)
            SELECT l.sku, lower(p_status), CASE WHEN v_committed THEN l.quantity ELSE 0 END, CASE WHEN v_committed THEN 0 ELSE -l.quantity END, p_id, p_now
            FROM reservation_lines l WHERE l.reservation_id = p_id;
          UPDATE reservations r SET status = p_status WHERE r.id = p_id;
          RETURN p_status;
        END $$;

        CREATE FUNCTION commit_reservation(p_id uuid, p_now timestamptz) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
          v_status text;
        BEGIN
          SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id FOR UPDATE;
          IF v_status IS NULL OR v_status IN ('Committed', 'Released') THEN
            RETURN v_status;
          END IF;

          PERFORM 1 FROM stock_levels s JOIN reservation_lines l ON l.sku = s.sku WHERE l.reservation_id = p_id ORDER BY s.sku FOR UPDATE OF s;

          -- A hold that expired is taken anew if the goods are still there; the check constraint refuses it otherwise.
          UPDATE stock_levels s
            SET on_hand = s.on_hand - l.quantity, reserved = s.reserved - CASE WHEN v_status = 'Reserved' THEN l.quantity ELSE 0 END
            FROM reservation_lines l WHERE l.reservation_id = p_id AND l.sku = s.sku;
          INSERT INTO stock_movements (sku, kind, on_hand_change, reserved_change, reference, at)
            SELECT l.sku, 'committed', -l.quantity, CASE WHEN v_status = 'Reserved' THEN -l.quantity ELSE 0 END, p_id, p_now
            FROM reservation_lines l WHERE l.reservation_id = p_id;
          UPDATE reservations r SET status = 'Committed' WHERE r.id = p_id;
          RETURN 'Committed';
        END $$;

        CREATE FUNCTION change_stock(p_reference uuid, p_kind text, p_skus text[], p_quantities int[], p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM 1 FROM stock_levels s WHERE s.sku = ANY (p_skus) ORDER BY s.sku FOR UPDATE;
          WITH noted AS (
            INSERT INTO stock_movements (sku, kind, on_hand_change, reserved_change, reference, at)
              SELECT q.sku, p_kind, q.quantity, 0, p_reference, p_now FROM unnest(p_skus, p_quantities) AS q(sku, quantity)
            ON CONFLICT (reference, sku, kind) DO NOTHING
            RETURNING sku, on_hand_change),
          raised AS (
            UPDATE stock_levels s SET on_hand = s.on_hand + n.on_hand_change FROM noted n WHERE s.sku = n.sku RETURNING s.sku)
          -- Only what is new is inserted: the check constraint looks at a row before its conflict does, and would refuse every decrease.
          INSERT INTO stock_levels AS s (sku, on_hand, reserved)
            SELECT n.sku, n.on_hand_change, 0 FROM noted n WHERE n.sku NOT IN (SELECT r.sku FROM raised r)
          ON CONFLICT (sku) DO UPDATE SET on_hand = s.on_hand + EXCLUDED.on_hand;
        END $$;
        """;

    public const string Drop = """
        DROP FUNCTION reserve_stock; DROP FUNCTION end_reservation; DROP FUNCTION commit_reservation; DROP FUNCTION change_stock;
        """;
}
