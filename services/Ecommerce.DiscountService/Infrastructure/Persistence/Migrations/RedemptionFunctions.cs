namespace Ecommerce.DiscountService.Infrastructure.Persistence.Migrations;

/// <summary>
/// Reserving and settling, each in one round trip and one commit. Counters are locked in the order of promotion, then key, so
/// that two orders cannot block each other for good. A later change is a migration with a text of its own.
/// </summary>
internal static class RedemptionFunctions
{
    public const string Reserve = """
        CREATE FUNCTION reserve_redemptions(
          p_order_id uuid, p_customer_keys text[], p_promotion_ids uuid[], p_coupon_codes text[], p_amounts bigint[],
          p_expires_at timestamptz, p_now timestamptz)
        RETURNS TABLE (outcome text, coupon text) LANGUAGE plpgsql AS $$
        DECLARE
          item record;
          customer text;
          present text;
          refusal text;
          refused_coupon text;
        BEGIN
          INSERT INTO order_redemptions (order_id, status, customer_keys, expires_at, reserved_at)
          VALUES (p_order_id, 'Reserved', p_customer_keys, p_expires_at, p_now) ON CONFLICT (order_id) DO NOTHING;
          IF NOT FOUND THEN
            SELECT status INTO present FROM order_redemptions WHERE order_id = p_order_id;
            RETURN QUERY SELECT CASE WHEN present IN ('Reserved', 'Committed') THEN 'reserved' ELSE 'released' END, NULL::text;
            RETURN;
          END IF;

          FOR item IN
            SELECT d.id, d.code, d.amount, p.total_limit, p.per_customer_limit,
                   COALESCE(p.is_active AND (p.ends_at IS NULL OR p.ends_at > p_now), FALSE) AS valid
            FROM unnest(p_promotion_ids, p_coupon_codes, p_amounts) AS d (id, code, amount)
            LEFT JOIN promotions p ON p.id = d.id
            ORDER BY d.id
          LOOP
            refused_coupon := item.code;
            IF NOT item.valid THEN
              refusal := 'coupon.expired';
              EXIT;
            END IF;

            IF item.total_limit IS NOT NULL THEN
              UPDATE promotion_counters SET used = used + 1 WHERE promotion_id = item.id AND used < allowed;
              IF NOT FOUND THEN
                refusal := 'coupon.exhausted';
                EXIT;
              END IF;
            END IF;

            IF item.per_customer_limit IS NOT NULL THEN
              FOREACH customer IN ARRAY p_customer_keys LOOP
                INSERT INTO customer_counters AS c (promotion_id, customer_key, used, allowed, late)
                VALUES (item.id, customer, 1, item.per_customer_limit, 0)
                ON CONFLICT (promotion_id, customer_key) DO UPDATE SET used = c.used + 1 WHERE c.used < c.allowed;
                IF NOT FOUND THEN
                  refusal := 'coupon.customer_limit';
                  EXIT;
                END IF;
              END LOOP;
              EXIT WHEN refusal IS NOT NULL;
            END IF;

            INSERT INTO redemptions (order_id, promotion_id, coupon_code, amount)
            VALUES (p_order_id, item.id, item.code, item.amount);
          END LOOP;

          IF refusal IS NULL THEN
            RETURN QUERY SELECT 'reserved', NULL::text;
            RETURN;
          END IF;

          RAISE SQLSTATE 'EC001';
        EXCEPTION WHEN SQLSTATE 'EC001' THEN
          -- All that the block did is undone here; the variables are not.
          RETURN QUERY SELECT refusal, refused_coupon;
        END $$;
        """;

    public const string Settle = """
        CREATE FUNCTION settle_redemptions(p_order_id uuid, p_status text, p_now timestamptz)
        RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          present order_redemptions%ROWTYPE;
          step int := 0;
          item record;
          customer text;
        BEGIN
          IF p_status = 'Released' THEN
            -- What was never reserved is noted as released, so that a late reservation is refused.
            INSERT INTO order_redemptions (order_id, status, customer_keys, expires_at, reserved_at, settled_at)
            VALUES (p_order_id, 'Released', '{}', p_now, p_now, p_now) ON CONFLICT (order_id) DO NOTHING;
            IF FOUND THEN
              RETURN;
            END IF;
          END IF;

          SELECT * INTO present FROM order_redemptions WHERE order_id = p_order_id FOR UPDATE;
          IF NOT FOUND OR present.status = p_status OR present.status = 'Released' THEN
            RETURN;
          END IF;

          IF p_status = 'Expired' AND (present.status <> 'Reserved' OR present.expires_at > p_now) THEN
            RETURN;
          END IF;

          IF p_status IN ('Released', 'Expired') AND present.status IN ('Reserved', 'Committed') THEN
            step := -1;
          ELSIF p_status = 'Committed' AND present.status = 'Expired' THEN
            step := 1;
          END IF;

          IF step <> 0 THEN
            FOR item IN SELECT promotion_id FROM redemptions WHERE order_id = p_order_id ORDER BY promotion_id LOOP
              UPDATE promotion_counters SET used = used + step, late = late + GREATEST(step, 0) WHERE promotion_id = item.promotion_id;
              FOREACH customer IN ARRAY present.customer_keys LOOP
                UPDATE customer_counters SET used = used + step, late = late + GREATEST(step, 0)
                WHERE promotion_id = item.promotion_id AND customer_key = customer;
              END LOOP;
            END LOOP;
          END IF;

          UPDATE order_redemptions SET status = p_status, settled_at = p_now WHERE order_id = p_order_id;
        END $$;
        """;
}
