using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.DiscountService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CompletePromotions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_redemptions_promotion",
                table: "redemptions");

            migrationBuilder.DropIndex(
                name: "ux_promotions_coupon",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_action",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_currency",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_limits",
                table: "promotions");

            migrationBuilder.AddColumn<bool>(
                name: "generated_coupons",
                table: "promotions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.RenameColumn(
                name: "deactivated_at",
                table: "promotions",
                newName: "ended_at");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "activated_at",
                table: "promotions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "budget",
                table: "promotions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "customer_groups",
                table: "promotions",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "promotions",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exclusion_group",
                table: "promotions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "first_order_only",
                table: "promotions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "maximum_discount",
                table: "promotions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minimum_quantity",
                table: "promotions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "status",
                table: "promotions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            // Until now a promotion began active.
            migrationBuilder.Sql("UPDATE promotions SET activated_at = created_at, status = CASE WHEN is_active THEN 'Active' ELSE 'Ended' END");
            migrationBuilder.DropColumn(name: "is_active", table: "promotions");

            migrationBuilder.AlterColumn<int>(
                name: "allowed",
                table: "promotion_counters",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<long>(
                name: "budget",
                table: "promotion_counters",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "late_spent",
                table: "promotion_counters",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "spent",
                table: "promotion_counters",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "coupon_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    promotion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    uses_per_coupon = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coupon_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer_group_members",
                columns: table => new
                {
                    group_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_group_members", x => new { x.customer_id, x.group_name });
                });

            migrationBuilder.CreateTable(
                name: "customer_orders",
                columns: table => new
                {
                    customer_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_orders", x => new { x.customer_key, x.order_id });
                });

            migrationBuilder.CreateTable(
                name: "erased_customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coupons",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    promotion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false),
                    allowed = table.Column<int>(type: "integer", nullable: false),
                    late = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coupons", x => x.code);
                    table.CheckConstraint("ck_coupons_limit", "used >= 0 AND used <= allowed + late");
                    table.ForeignKey(
                        name: "fk_coupons_coupon_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "coupon_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_redemptions_coupon",
                table: "redemptions",
                columns: new[] { "coupon_code", "order_id" },
                filter: "coupon_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_redemptions_promotion",
                table: "redemptions",
                columns: new[] { "promotion_id", "order_id" });

            migrationBuilder.CreateIndex(
                name: "ux_promotions_coupon",
                table: "promotions",
                columns: new[] { "coupon_code", "currency" },
                unique: true,
                filter: "status = 'Active' AND coupon_code IS NOT NULL")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_action",
                table: "promotions",
                sql: "(action = 'Percentage' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)\nOR (action = 'FixedAmount' AND amount > 0 AND basis_points = 0)\nOR (action IN ('FixedPrice', 'Bundle') AND amount >= 0 AND basis_points = 0)\nOR (action = 'BuyXGetY' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)\nOR (action IN ('FreeShipping', 'Tiered') AND amount = 0 AND basis_points = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_coupons",
                table: "promotions",
                sql: "coupon_code IS NULL OR NOT generated_coupons");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_currency",
                table: "promotions",
                sql: "currency IS NOT NULL OR (minimum_spend = 0 AND amount = 0 AND maximum_discount IS NULL AND budget IS NULL AND action NOT IN ('FixedPrice', 'Bundle'))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_details",
                table: "promotions",
                sql: "(details IS NOT NULL) = (action IN ('BuyXGetY', 'Tiered', 'Bundle'))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_limits",
                table: "promotions",
                sql: "minimum_spend >= 0 AND minimum_quantity >= 0 AND total_limit > 0 AND per_customer_limit > 0 AND budget > 0 AND maximum_discount > 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotion_counters_budget",
                table: "promotion_counters",
                sql: "spent >= 0 AND spent <= budget + late_spent");

            migrationBuilder.CreateIndex(
                name: "ix_coupons_batch_id",
                table: "coupons",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_coupons_promotion",
                table: "coupons",
                columns: new[] { "promotion_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_group_members_group",
                table: "customer_group_members",
                columns: new[] { "group_name", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_orders_order",
                table: "customer_orders",
                column: "order_id");

            migrationBuilder.Sql(BudgetRedemptionFunctions.Reserve);
            migrationBuilder.Sql(BudgetRedemptionFunctions.Settle);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RedemptionFunctions.Reserve.Replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"));
            migrationBuilder.Sql(RedemptionFunctions.Settle.Replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"));
            migrationBuilder.AddColumn<bool>(
                name: "is_active",
                table: "promotions",
                type: "boolean",
                nullable: false,
                defaultValue: false);
            migrationBuilder.Sql("UPDATE promotions SET is_active = (status = 'Active')");

            migrationBuilder.DropTable(
                name: "coupons");

            migrationBuilder.DropTable(
                name: "customer_group_members");

            migrationBuilder.DropTable(
                name: "customer_orders");

            migrationBuilder.DropTable(
                name: "erased_customers");

            migrationBuilder.DropTable(
                name: "coupon_batches");

            migrationBuilder.DropIndex(
                name: "ix_redemptions_coupon",
                table: "redemptions");

            migrationBuilder.DropIndex(
                name: "ix_redemptions_promotion",
                table: "redemptions");

            migrationBuilder.DropIndex(
                name: "ux_promotions_coupon",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_action",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_coupons",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_currency",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_details",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotions_limits",
                table: "promotions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_promotion_counters_budget",
                table: "promotion_counters");

            migrationBuilder.DropColumn(
                name: "activated_at",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "budget",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "customer_groups",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "details",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "exclusion_group",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "first_order_only",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "maximum_discount",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "minimum_quantity",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "status",
                table: "promotions");

            migrationBuilder.DropColumn(
                name: "budget",
                table: "promotion_counters");

            migrationBuilder.DropColumn(
                name: "late_spent",
                table: "promotion_counters");

            migrationBuilder.DropColumn(
                name: "spent",
                table: "promotion_counters");

            migrationBuilder.DropColumn(
                name: "generated_coupons",
                table: "promotions");

            migrationBuilder.RenameColumn(
                name: "ended_at",
                table: "promotions",
                newName: "deactivated_at");

            migrationBuilder.AlterColumn<int>(
                name: "allowed",
                table: "promotion_counters",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_redemptions_promotion",
                table: "redemptions",
                column: "promotion_id");

            migrationBuilder.CreateIndex(
                name: "ux_promotions_coupon",
                table: "promotions",
                columns: new[] { "coupon_code", "currency" },
                unique: true,
                filter: "is_active AND coupon_code IS NOT NULL")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_action",
                table: "promotions",
                sql: "(action = 'Percentage' AND basis_points BETWEEN 1 AND 10000 AND amount = 0)\nOR (action = 'FixedAmount' AND amount > 0 AND basis_points = 0)\nOR (action = 'FreeShipping' AND amount = 0 AND basis_points = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_currency",
                table: "promotions",
                sql: "currency IS NOT NULL OR (minimum_spend = 0 AND amount = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_promotions_limits",
                table: "promotions",
                sql: "minimum_spend >= 0 AND total_limit > 0 AND per_customer_limit > 0");
        }
    }
}
