namespace Ecommerce.DiscountService.Infrastructure.Persistence.Migrations;

/// <summary>
/// As <see cref="RedemptionFunctions"/>, with the life of a promotion, budgets, generated coupons and first orders. A promotion without
/// a limit costs no further statement. Locked in the order of promotion: its counter, its coupon, then its customers by key.
/// </summary>
internal static class BudgetRedemptionFunctions
{
    public const string Reserve = """
        CREATE OR REPLACE FUNCTION reserve_redemptions(
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
            SELECT d.id, d.code, d.amount, p.total_limit, p.per_customer_limit, p.budget, p.generated_coupons, p.first_order_only,
                   COALESCE(p.status = 'Active' AND (p.ends_at IS NULL OR p.ends_at > p_now), FALSE) AS valid
            FROM unnest(p_promotion_ids, p_coupon_codes, p_amounts) AS d (id, code, amount)
            LEFT JOIN promotions p ON p.id = d.id
            ORDER BY d.id
          LOOP
            refused_coupon := item.code;
            IF NOT item.valid THEN
              refusal := 'coupon.expired';
              EXIT;
            END IF;

            IF item.total_limit IS NOT NULL OR item.budget IS NOT NULL THEN
              UPDATE promotion_counters SET used = used + 1, spent = spent + item.amount
              WHERE promotion_id = item.id AND (allowed IS NULL OR used < allowed) AND (budget IS NULL OR spent + item.amount <= budget);
              IF NOT FOUND THEN
                refusal := 'coupon.exhausted';
                EXIT;
              END IF;
            END IF;

            IF item.generated_coupons THEN
              UPDATE coupons SET used = used + 1 WHERE code = item.code AND promotion_id = item.id AND used < allowed;
              IF NOT FOUND THEN
                refusal := 'coupon.exhausted';
                EXIT;
              END IF;
            END IF;

            IF item.first_order_only AND EXISTS (SELECT 1 FROM customer_orders WHERE customer_key = ANY (p_customer_keys)) THEN
              refusal := 'coupon.first_order_only';
              EXIT;
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
        CREATE OR REPLACE FUNCTION settle_redemptions(p_order_id uuid, p_status text, p_now timestamptz)
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
            FOR item IN
              SELECT r.promotion_id, r.coupon_code, r.amount, COALESCE(p.generated_coupons, FALSE) AS generated_coupons
              FROM redemptions r LEFT JOIN promotions p ON p.id = r.promotion_id
              WHERE r.order_id = p_order_id ORDER BY r.promotion_id
            LOOP
              UPDATE promotion_counters SET
                used = used + step, late = late + GREATEST(step, 0),
                spent = spent + step * item.amount, late_spent = late_spent + GREATEST(step, 0) * item.amount
              WHERE promotion_id = item.promotion_id;
              IF item.generated_coupons THEN
                UPDATE coupons SET used = used + step, late = late + GREATEST(step, 0)
                WHERE code = item.coupon_code AND promotion_id = item.promotion_id;
              END IF;
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
