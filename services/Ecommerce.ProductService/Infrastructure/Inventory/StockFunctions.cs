namespace Ecommerce.ProductService.Infrastructure.Inventory;

/// <summary>
/// The stock's operations as functions of the database: one round trip, one commit. Levels are locked in the order of article and location,
/// after the row of the reservation or location at hand, so that no two calls wait for each other; rows that are missing are put in before
/// anything is locked. Each says whether it put events into the outbox (<c>told</c>), so that the dispatcher is woken after the commit.
/// </summary>
/// <remarks>Made by a migration; a change is a new migration that drops them and makes them anew. Their bodies are bound when they run, so an older migration makes them as they are now.</remarks>
internal static class StockFunctions
{
    /// <summary>Levels of before become those of one location.</summary>
    public const string Prepare = """
        INSERT INTO stock_locations (code, name, priority, is_active, levels_pending, created_at, version) VALUES ('main', 'Main warehouse', 1, true, false, now(), 1);
        ALTER TABLE stock_levels ALTER COLUMN location DROP DEFAULT, ALTER COLUMN is_sellable DROP DEFAULT;
        ALTER TABLE reservation_lines ALTER COLUMN location DROP DEFAULT;
        ALTER TABLE stock_movements ALTER COLUMN location DROP DEFAULT;
        -- Room for new versions of a row on its own page: neither index nor page changes when a popular article is sold.
        ALTER TABLE stock_levels SET (fillfactor = 50);
        """;

    public const string Create = Telling + Allocating + Reserving + Ending + Changing + Locating;

    public const string Drop = """
        DROP FUNCTION reserve_stock; DROP FUNCTION end_reservation; DROP FUNCTION commit_reservation; DROP FUNCTION change_stock;
        DROP FUNCTION transfer_stock; DROP FUNCTION align_location; DROP FUNCTION allocate_basket; DROP FUNCTION allocate_stock; DROP FUNCTION split_line;
        DROP FUNCTION lock_stock; DROP FUNCTION stock_available; DROP FUNCTION tell_stock;
        """;

    private const string Telling = """
        -- What can be sold of each article, in the order of the names given.
        CREATE FUNCTION stock_available(p_skus text[]) RETURNS int[] LANGUAGE sql STABLE AS $$
          SELECT array_agg(COALESCE((SELECT sum(s.on_hand - s.reserved) FROM stock_levels s WHERE s.sku = q.sku AND s.is_sellable), 0)::int ORDER BY q.position)
          FROM unnest(p_skus) WITH ORDINALITY AS q(sku, position)
        $$;

        -- The same, with all levels of the articles locked.
        CREATE FUNCTION lock_stock(p_skus text[]) RETURNS int[] LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM 1 FROM stock_levels s WHERE s.sku = ANY (p_skus) ORDER BY s.sku, s.location FOR UPDATE;
          RETURN stock_available(p_skus);
        END $$;

        -- What others hear when an article gets low, sells out or is there again: only where a line is crossed.
        CREATE FUNCTION tell_stock(p_skus text[], p_before int[], p_after int[], p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
          v_told boolean;
          v_at text := to_char(p_now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
          v_products uuid[];
        BEGIN
          INSERT INTO outbox_messages (id, type, subject, time, data, attempts)
            SELECT gen_random_uuid(), 'product.stock_low.v1', 'sku/' || q.sku, p_now,
                   json_build_object('sku', q.sku, 'available', q.after, 'threshold', t.low_at, 'at', v_at), 0
            FROM unnest(p_skus, p_before, p_after) AS q(sku, before, after) JOIN stock_thresholds t ON t.sku = q.sku
            WHERE q.before > t.low_at AND q.after <= t.low_at;
          v_told := FOUND;
          INSERT INTO outbox_messages (id, type, subject, time, data, attempts)
            SELECT gen_random_uuid(), 'product.stock_replenished.v1', 'sku/' || q.sku, p_now,
                   json_build_object('sku', q.sku, 'productId', v.product_id, 'available', q.after, 'at', v_at), 0
            FROM unnest(p_skus, p_before, p_after) AS q(sku, before, after) JOIN variants v ON v.sku = q.sku
            JOIN products p ON p.id = v.product_id AND p.status = 'Active'
            WHERE q.before <= 0 AND q.after > 0;
          v_told := v_told OR FOUND;
          SELECT array_agg(DISTINCT v.product_id) INTO v_products
            FROM unnest(p_skus, p_before, p_after) AS q(sku, before, after) JOIN variants v ON v.sku = q.sku
            WHERE (q.before > 0) <> (q.after > 0);
          IF tell_products(v_products, p_now) THEN
            v_told := true;
          END IF;
          RETURN v_told;
        END $$;


        """;

    private const string Allocating = """
        -- How much each location gives to a line that none can serve alone: as few locations as can be, and of these sets the one whose first
        -- location comes soonest, then the second, and so on. Locations are in the order of their priority. Null where there is not enough.
        CREATE FUNCTION split_line(p_quantity int, p_available int[]) RETURNS int[] LANGUAGE plpgsql IMMUTABLE AS $$
        DECLARE
          v_rest bigint := p_quantity;
          v_left int;
          v_taken int[] := array_fill(0, ARRAY[cardinality(p_available)]);
        BEGIN
          SELECT min(g.n) INTO v_left FROM (
            SELECT row_number() OVER (ORDER BY a DESC) AS n, sum(a::bigint) OVER (ORDER BY a DESC ROWS UNBOUNDED PRECEDING) AS total
            FROM unnest(p_available) a WHERE a > 0) g
            WHERE g.total >= p_quantity;
          IF v_left IS NULL THEN
            RETURN NULL;
          END IF;

          FOR i IN 1 .. cardinality(p_available) LOOP
            EXIT WHEN v_rest = 0;
            -- Taken where the largest of those behind it can give what is then missing.
            IF p_available[i] > 0 AND p_available[i] + (
              SELECT COALESCE(sum(b.a::bigint), 0) FROM (SELECT a FROM unnest(p_available[i + 1:]) a WHERE a > 0 ORDER BY a DESC LIMIT v_left - 1) b) >= v_rest
            THEN
              v_taken[i] := least(p_available[i], v_rest);
              v_rest := v_rest - v_taken[i];
              v_left := v_left - 1;
            END IF;
          END LOOP;
          RETURN v_taken;
        END $$;

        -- Which locations serve a basket. Levels come in the order of priority. The location that has the most lines whole is taken first, then the one
        -- that has the most of the rest, so that an order is few parcels; only what no location has whole is split.
        CREATE FUNCTION allocate_stock(p_skus text[], p_quantities int[], p_level_skus text[], p_level_locations text[], p_level_available int[])
        RETURNS TABLE (sku text, location text, quantity int) LANGUAGE plpgsql IMMUTABLE AS $$
        DECLARE
          v_skus text[] := p_skus;
          v_quantities int[] := p_quantities;
          v_location text;
        BEGIN
          LOOP
            v_location := NULL;
            SELECT l.location INTO v_location
              FROM unnest(p_level_skus, p_level_locations, p_level_available) WITH ORDINALITY AS l(sku, location, available, position)
              JOIN unnest(v_skus, v_quantities) AS q(sku, quantity) ON q.sku = l.sku AND l.available >= q.quantity
              GROUP BY l.location ORDER BY count(*) DESC, min(l.position) LIMIT 1;
            EXIT WHEN v_location IS NULL;

            RETURN QUERY SELECT q.sku, l.location, q.quantity
              FROM unnest(v_skus, v_quantities) AS q(sku, quantity)
              JOIN unnest(p_level_skus, p_level_locations, p_level_available) AS l(sku, location, available)
                ON l.sku = q.sku AND l.location = v_location AND l.available >= q.quantity;
            SELECT array_agg(q.sku), array_agg(q.quantity) INTO v_skus, v_quantities
              FROM unnest(v_skus, v_quantities) AS q(sku, quantity)
              WHERE NOT EXISTS (
                SELECT 1 FROM unnest(p_level_skus, p_level_locations, p_level_available) AS l(sku, location, available)
                WHERE l.sku = q.sku AND l.location = v_location AND l.available >= q.quantity);
            EXIT WHEN v_skus IS NULL;
          END LOOP;

          RETURN QUERY SELECT q.sku, t.location, t.taken
            FROM unnest(v_skus, v_quantities) AS q(sku, quantity)
            CROSS JOIN LATERAL (
              SELECT array_agg(l.location ORDER BY l.position) AS locations, array_agg(l.available ORDER BY l.position) AS available
              FROM unnest(p_level_skus, p_level_locations, p_level_available) WITH ORDINALITY AS l(sku, location, available, position)
              WHERE l.sku = q.sku) a
            CROSS JOIN LATERAL unnest(a.locations, split_line(q.quantity, a.available)) AS t(location, taken)
            WHERE t.taken > 0;
        END $$;

        -- The same for the levels as they are, which the caller has locked.
        CREATE FUNCTION allocate_basket(p_skus text[], p_quantities int[]) RETURNS TABLE (sku text, location text, quantity int) LANGUAGE sql STABLE AS $$
          SELECT a.sku, a.location, a.quantity
          FROM (
            SELECT array_agg(s.sku::text ORDER BY l.priority, l.code) AS skus, array_agg(s.location::text ORDER BY l.priority, l.code) AS locations,
                   array_agg(s.on_hand - s.reserved ORDER BY l.priority, l.code) AS available
            FROM stock_levels s JOIN stock_locations l ON l.code = s.location
            WHERE s.sku = ANY (p_skus) AND s.is_sellable) levels
          CROSS JOIN LATERAL allocate_stock(p_skus, p_quantities, levels.skus, levels.locations, levels.available) AS a
        $$;


        """;

    private const string Reserving = """
        CREATE FUNCTION reserve_stock(p_id uuid, p_skus text[], p_quantities int[], p_expires_at timestamptz, p_now timestamptz)
        RETURNS TABLE (status text, sku text, requested int, available int, location text, told boolean) LANGUAGE plpgsql
        -- One plan for baskets of any size: planning anew for each takes longer than reserving.
        SET plan_cache_mode = force_generic_plan AS $$
        DECLARE
          v_status text;
          v_skus text[];
          v_locations text[];
          v_quantities int[];
          v_available int[];
          v_before int[];
          v_low_at int[];
          v_levels int;
          v_simple boolean;
          v_crosses boolean := false;
          v_short boolean := false;
          v_told boolean := false;
        BEGIN
          INSERT INTO reservations (id, status, expires_at, created_at) VALUES (p_id, 'Reserved', p_expires_at, p_now) ON CONFLICT (id) DO NOTHING;
          IF NOT FOUND THEN
            SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id;
            RETURN QUERY SELECT v_status, l.sku::text, l.quantity, 0, l.location::text, false FROM reservation_lines l WHERE l.reservation_id = p_id;
            IF NOT FOUND THEN
              RETURN QUERY SELECT v_status, NULL::text, 0, 0, NULL::text, false;
            END IF;
            RETURN;
          END IF;

          SELECT array_agg(l.sku), array_agg(l.location), array_agg(l.quantity), array_agg(l.available), array_agg(l.low_at)
            INTO v_skus, v_locations, v_quantities, v_available, v_low_at
            FROM (
              SELECT s.sku::text, s.location::text, q.quantity, CASE WHEN s.is_sellable THEN s.on_hand - s.reserved ELSE 0 END AS available, t.low_at
              FROM unnest(p_skus, p_quantities) AS q(sku, quantity)
              JOIN stock_levels s ON s.sku = q.sku LEFT JOIN stock_thresholds t ON t.sku = q.sku
              ORDER BY s.sku, s.location FOR UPDATE OF s) l;

          -- One level an article, as in a shop with one warehouse: what was read is what is taken.
          v_levels := COALESCE(cardinality(v_skus), 0);
          v_simple := v_levels = cardinality(p_skus);
          FOR i IN 1 .. v_levels LOOP
            v_simple := v_simple AND v_available[i] >= v_quantities[i] AND (i = 1 OR v_skus[i] <> v_skus[i - 1]);
            EXIT WHEN NOT v_simple;
            v_crosses := v_crosses OR v_available[i] = v_quantities[i]
              OR COALESCE(v_available[i] > v_low_at[i] AND v_available[i] - v_quantities[i] <= v_low_at[i], false);
          END LOOP;

          IF NOT v_simple THEN
            FOR sku, requested, available IN
              SELECT q.sku, q.quantity, COALESCE(sum(l.available), 0)::int
              FROM unnest(p_skus, p_quantities) AS q(sku, quantity) LEFT JOIN unnest(v_skus, v_available) AS l(sku, available) ON l.sku = q.sku
              GROUP BY q.sku, q.quantity HAVING COALESCE(sum(l.available), 0) < q.quantity
            LOOP
              v_short := true;
              status := 'Short';
              RETURN NEXT;
            END LOOP;
            IF v_short THEN
              DELETE FROM reservations r WHERE r.id = p_id;

              -- A level that came while this waited is not among those that it locked, and to lock it now could be against the order: the
              -- caller asks anew, with nothing held.
              IF (SELECT count(*) FROM stock_levels s WHERE s.sku = ANY (p_skus)) > v_levels THEN
                RETURN QUERY SELECT 'Again'::text, NULL::text, 0, 0, NULL::text, false;
              END IF;
              RETURN;
            END IF;

            -- Of the levels that are locked: one that has come since is for the next.
            v_before := stock_available(p_skus);
            SELECT array_agg(a.sku), array_agg(a.location), array_agg(a.quantity) INTO v_skus, v_locations, v_quantities
              FROM (
                SELECT array_agg(k.sku ORDER BY l.priority, l.code) AS skus, array_agg(k.location ORDER BY l.priority, l.code) AS locations,
                       array_agg(k.available ORDER BY l.priority, l.code) AS available
                FROM unnest(v_skus, v_locations, v_available) AS k(sku, location, available) JOIN stock_locations l ON l.code = k.location) levels
              CROSS JOIN LATERAL allocate_stock(p_skus, p_quantities, levels.skus, levels.locations, levels.available) AS a;
          END IF;

          INSERT INTO reservation_lines (reservation_id, sku, location, quantity)
            SELECT p_id, q.sku, q.location, q.quantity FROM unnest(v_skus, v_locations, v_quantities) AS q(sku, location, quantity);
          UPDATE stock_levels s SET reserved = s.reserved + q.quantity
            FROM unnest(v_skus, v_locations, v_quantities) AS q(sku, location, quantity) WHERE s.sku = q.sku AND s.location = q.location;
          INSERT INTO stock_movements (sku, location, kind, on_hand_change, reserved_change, reference, at)
            SELECT q.sku, q.location, 'reserved', 0, q.quantity, p_id, p_now FROM unnest(v_skus, v_locations, v_quantities) AS q(sku, location, quantity);
          IF NOT v_simple THEN
            v_told := tell_stock(p_skus, v_before, stock_available(p_skus), p_now);
          ELSIF v_crosses THEN
            v_told := tell_stock(v_skus, v_available, stock_available(v_skus), p_now);
          END IF;
          RETURN QUERY SELECT 'Reserved'::text, q.sku, q.quantity, 0, q.location, v_told FROM unnest(v_skus, v_locations, v_quantities) AS q(sku, location, quantity);
        END $$;


        """;

    private const string Ending = """
        CREATE FUNCTION end_reservation(p_id uuid, p_status text, p_now timestamptz, OUT status text, OUT told boolean) LANGUAGE plpgsql AS $$
        DECLARE
          v_status text;
          v_committed boolean;
          v_skus text[];
          v_before int[];
        BEGIN
          told := false;
          INSERT INTO reservations (id, status, expires_at, created_at) VALUES (p_id, 'Released', p_now, p_now) ON CONFLICT (id) DO NOTHING;
          IF FOUND THEN
            status := 'Released';
            RETURN;
          END IF;

          SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id FOR UPDATE;
          v_committed := v_status = 'Committed' AND p_status = 'Released';
          IF NOT (v_status = 'Reserved' OR v_committed) THEN
            status := v_status;
            RETURN;
          END IF;

          SELECT array_agg(DISTINCT l.sku::text) INTO v_skus FROM reservation_lines l WHERE l.reservation_id = p_id;
          v_before := lock_stock(v_skus);
          UPDATE stock_levels s
            SET reserved = s.reserved - CASE WHEN v_committed THEN 0 ELSE l.quantity END,
                on_hand = s.on_hand + CASE WHEN v_committed THEN l.quantity ELSE 0 END
            FROM reservation_lines l WHERE l.reservation_id = p_id AND l.sku = s.sku AND l.location = s.location;
          INSERT INTO stock_movements (sku, location, kind, on_hand_change, reserved_change, reference, at)
            SELECT l.sku, l.location, lower(p_status), CASE WHEN v_committed THEN l.quantity ELSE 0 END, CASE WHEN v_committed THEN 0 ELSE -l.quantity END, p_id, p_now
            FROM reservation_lines l WHERE l.reservation_id = p_id;
          UPDATE reservations r SET status = p_status WHERE r.id = p_id;
          status := p_status;
          told := tell_stock(v_skus, v_before, stock_available(v_skus), p_now);
        END $$;

        CREATE FUNCTION commit_reservation(p_id uuid, p_now timestamptz, OUT status text, OUT told boolean) LANGUAGE plpgsql AS $$
        DECLARE
          v_status text;
          v_skus text[];
          v_quantities int[];
          v_before int[];
        BEGIN
          SELECT r.status INTO v_status FROM reservations r WHERE r.id = p_id FOR UPDATE;
          told := false;
          IF v_status IS NULL OR v_status IN ('Committed', 'Released') THEN
            status := v_status;
            RETURN;
          END IF;

          IF v_status = 'Reserved' THEN
            PERFORM 1 FROM stock_levels s JOIN reservation_lines l ON l.sku = s.sku AND l.location = s.location
              WHERE l.reservation_id = p_id ORDER BY s.sku, s.location FOR UPDATE OF s;
          ELSE
            -- A hold that expired is taken anew from wherever the goods are now.
            SELECT array_agg(l.sku), array_agg(l.quantity) INTO v_skus, v_quantities FROM (
              SELECT r.sku::text, sum(r.quantity)::int AS quantity FROM reservation_lines r WHERE r.reservation_id = p_id GROUP BY r.sku) l;
            v_before := lock_stock(v_skus);
            IF EXISTS (SELECT 1 FROM unnest(v_quantities, v_before) AS q(needed, available) WHERE q.needed > q.available) THEN
              RAISE EXCEPTION 'The goods of reservation % are gone.', p_id USING ERRCODE = 'check_violation';
            END IF;

            DELETE FROM reservation_lines l WHERE l.reservation_id = p_id;
            INSERT INTO reservation_lines (reservation_id, sku, location, quantity)
              SELECT p_id, a.sku, a.location, a.quantity FROM allocate_basket(v_skus, v_quantities) a;
          END IF;

          UPDATE stock_levels s
            SET on_hand = s.on_hand - l.quantity, reserved = s.reserved - CASE WHEN v_status = 'Reserved' THEN l.quantity ELSE 0 END
            FROM reservation_lines l WHERE l.reservation_id = p_id AND l.sku = s.sku AND l.location = s.location;
          INSERT INTO stock_movements (sku, location, kind, on_hand_change, reserved_change, reference, at)
            SELECT l.sku, l.location, 'committed', -l.quantity, CASE WHEN v_status = 'Reserved' THEN -l.quantity ELSE 0 END, p_id, p_now
            FROM reservation_lines l WHERE l.reservation_id = p_id;
          UPDATE reservations r SET status = 'Committed' WHERE r.id = p_id;
          status := 'Committed';
          IF v_before IS NOT NULL THEN
            told := tell_stock(v_skus, v_before, stock_available(v_skus), p_now);
          END IF;
        END $$;


        """;

    private const string Changing = """
        -- Once per reference, kind and article, wherever it goes. Without a location it goes to the open one that comes first.
        CREATE FUNCTION change_stock(
          p_reference uuid, p_kind text, p_skus text[], p_quantities int[], p_now timestamptz,
          p_location text DEFAULT NULL, p_reason text DEFAULT NULL, p_actor text DEFAULT NULL)
        RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
          v_location text := p_location;
          v_is_active boolean;
          v_skus text[];
          v_quantities int[];
          v_before int[];
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended(p_reference::text, 0));
          IF v_location IS NULL THEN
            SELECT l.code INTO v_location FROM stock_locations l WHERE l.is_active ORDER BY l.priority, l.code LIMIT 1;
          END IF;
          SELECT l.is_active INTO v_is_active FROM stock_locations l WHERE l.code = v_location FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'There is no location %.', v_location USING ERRCODE = 'foreign_key_violation';
          END IF;

          SELECT array_agg(q.sku), array_agg(q.quantity) INTO v_skus, v_quantities FROM unnest(p_skus, p_quantities) AS q(sku, quantity)
            WHERE NOT EXISTS (SELECT 1 FROM stock_movements m WHERE m.reference = p_reference AND m.sku = q.sku AND m.kind = p_kind);
          IF v_skus IS NULL THEN
            RETURN false;
          END IF;

          INSERT INTO stock_levels (sku, location, on_hand, reserved, is_sellable)
            SELECT q.sku, v_location, 0, 0, v_is_active FROM unnest(v_skus) AS q(sku) ORDER BY q.sku
            ON CONFLICT DO NOTHING;
          v_before := lock_stock(v_skus);
          UPDATE stock_levels s SET on_hand = s.on_hand + q.quantity FROM unnest(v_skus, v_quantities) AS q(sku, quantity) WHERE s.sku = q.sku AND s.location = v_location;
          INSERT INTO stock_movements (sku, location, kind, on_hand_change, reserved_change, reference, reason, actor, at)
            SELECT q.sku, v_location, p_kind, q.quantity, 0, p_reference, p_reason, p_actor, p_now FROM unnest(v_skus, v_quantities) AS q(sku, quantity);
          RETURN tell_stock(v_skus, v_before, stock_available(v_skus), p_now);
        END $$;

        CREATE FUNCTION transfer_stock(p_id uuid, p_sku text, p_from text, p_to text, p_quantity int, p_now timestamptz, p_actor text) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
          v_is_active boolean;
          v_before int[];
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
          IF EXISTS (SELECT 1 FROM stock_movements m WHERE m.reference = p_id AND m.sku = p_sku AND m.kind = 'transferred') THEN
            RETURN false;
          END IF;

          SELECT l.is_active INTO v_is_active FROM stock_locations l WHERE l.code = p_to FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'There is no location %.', p_to USING ERRCODE = 'foreign_key_violation';
          END IF;

          INSERT INTO stock_levels (sku, location, on_hand, reserved, is_sellable) VALUES (p_sku, p_to, 0, 0, v_is_active) ON CONFLICT DO NOTHING;
          v_before := lock_stock(ARRAY[p_sku]);
          UPDATE stock_levels s SET on_hand = s.on_hand - p_quantity WHERE s.sku = p_sku AND s.location = p_from;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'Nothing of % is at %.', p_sku, p_from USING ERRCODE = 'check_violation';
          END IF;
          UPDATE stock_levels s SET on_hand = s.on_hand + p_quantity WHERE s.sku = p_sku AND s.location = p_to;
          INSERT INTO stock_movements (sku, location, kind, on_hand_change, reserved_change, reference, actor, at)
            VALUES (p_sku, p_from, 'transferred', -p_quantity, 0, p_id, p_actor, p_now), (p_sku, p_to, 'transferred', p_quantity, 0, p_id, p_actor, p_now);
          RETURN tell_stock(ARRAY[p_sku], v_before, stock_available(ARRAY[p_sku]), p_now);
        END $$;


        """;

    private const string Locating = """
        -- Tells the next levels of a location that it opened or closed. The last article looked at, or null when all know.
        CREATE FUNCTION align_location(p_code text, p_after text, p_limit int, p_now timestamptz, OUT last_sku text, OUT told boolean) LANGUAGE plpgsql AS $$
        DECLARE
          v_is_active boolean;
          v_skus text[];
          v_before int[];
        BEGIN
          told := false;

          -- Against a change of the location, which would begin anew, and against other replicas.
          SELECT l.is_active INTO v_is_active FROM stock_locations l WHERE l.code = p_code AND l.levels_pending FOR NO KEY UPDATE;
          IF NOT FOUND THEN
            RETURN;
          END IF;

          SELECT array_agg(n.sku) INTO v_skus
            FROM (SELECT s.sku::text FROM stock_levels s WHERE s.location = p_code AND s.sku > p_after ORDER BY s.sku LIMIT p_limit) n;
          IF v_skus IS NULL THEN
            UPDATE stock_locations l SET levels_pending = EXISTS (SELECT 1 FROM stock_levels s WHERE s.location = p_code AND s.is_sellable <> v_is_active) WHERE l.code = p_code;
            RETURN;
          END IF;

          v_before := lock_stock(v_skus);
          UPDATE stock_levels s SET is_sellable = v_is_active WHERE s.location = p_code AND s.sku = ANY (v_skus) AND s.is_sellable <> v_is_active;
          told := tell_stock(v_skus, v_before, stock_available(v_skus), p_now);
          last_sku := v_skus[cardinality(v_skus)];
        END $$;
        """;
}
