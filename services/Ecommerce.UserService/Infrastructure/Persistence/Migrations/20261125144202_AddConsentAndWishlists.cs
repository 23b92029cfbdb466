using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.UserService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddConsentAndWishlists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customer_consents",
                columns: table => new
                {
                    channel = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_consents", x => new { x.customer_id, x.channel });
                    table.ForeignKey(
                        name: "fk_customer_consents_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Who had agreed still does, and the others hear of it.
            migrationBuilder.Sql("""
                INSERT INTO customer_consents (customer_id, channel, granted, at, source)
                SELECT id, 'Email', TRUE, now(), 'profile' FROM customers WHERE marketing_consent;
                INSERT INTO outbox_messages (id, type, subject, time, attempts, data)
                SELECT gen_random_uuid(), 'user.preferences_changed.v1', 'user/' || id, now(), 0, json_build_object(
                  'customerId', id, 'locale', locale, 'currency', currency, 'emailMarketing', TRUE, 'smsMarketing', FALSE, 'pushMarketing', FALSE, 'changedAt', now())
                FROM customers WHERE marketing_consent;
                """);

            migrationBuilder.DropColumn(
                name: "marketing_consent",
                table: "customers");

            migrationBuilder.CreateTable(
                name: "notice_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: true),
                    old_price = table.Column<long>(type: "bigint", nullable: true),
                    new_price = table.Column<long>(type: "bigint", nullable: true),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    after_item = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_runs", x => x.id);
                    table.CheckConstraint("ck_notice_runs_price", "kind <> 'PriceDrop' OR (currency IS NOT NULL AND new_price < old_price)");
                });

            migrationBuilder.CreateTable(
                name: "wishlists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    share_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wishlists", x => x.id);
                    table.CheckConstraint("ck_wishlists_shared", "(share_hash IS NULL) = (shared_at IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "wishlist_notices",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wishlist_notices", x => new { x.run_id, x.customer_id });
                    table.ForeignKey(
                        name: "fk_wishlist_notices_notice_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "notice_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wishlist_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    wishlist_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    variant_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    image_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wishlist_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_wishlist_items_wishlists_wishlist_id",
                        column: x => x.wishlist_id,
                        principalTable: "wishlists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notice_runs_open",
                table: "notice_runs",
                column: "happened_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_notice_runs_occasion",
                table: "notice_runs",
                columns: new[] { "sku", "kind", "happened_at", "currency" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_wishlist_items_list",
                table: "wishlist_items",
                columns: new[] { "wishlist_id", "id" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_wishlist_items_wished",
                table: "wishlist_items",
                columns: new[] { "sku", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_wishlist_items_sku",
                table: "wishlist_items",
                columns: new[] { "wishlist_id", "sku" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_wishlists_default",
                table: "wishlists",
                column: "customer_id",
                unique: true,
                filter: "is_default");

            migrationBuilder.CreateIndex(
                name: "ux_wishlists_name",
                table: "wishlists",
                columns: new[] { "customer_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_wishlists_share",
                table: "wishlists",
                column: "share_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_consents");

            migrationBuilder.DropTable(
                name: "wishlist_items");

            migrationBuilder.DropTable(
                name: "wishlist_notices");

            migrationBuilder.DropTable(
                name: "wishlists");

            migrationBuilder.DropTable(
                name: "notice_runs");

            migrationBuilder.AddColumn<bool>(
                name: "marketing_consent",
                table: "customers",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}
