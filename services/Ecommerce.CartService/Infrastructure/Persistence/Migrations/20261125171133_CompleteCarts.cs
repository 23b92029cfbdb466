using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.CartService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CompleteCarts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_carts_expires_at",
                table: "carts");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "abandoned_at",
                table: "carts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "look",
                table: "carts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "saved_lines",
                table: "carts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "wanted",
                table: "cart_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_carts_changed_at",
                table: "carts",
                column: "changed_at",
                filter: "status = 'Active' AND abandoned_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_carts_expires_at",
                table: "carts",
                column: "expires_at",
                filter: "status = 'Active' AND abandoned_at IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_carts_saved_lines",
                table: "carts",
                sql: "jsonb_array_length(saved_lines) BETWEEN 1 AND 200");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cart_lines_wanted",
                table: "cart_lines",
                sql: "wanted > quantity");

            // Carts that were left long ago are not news.
            migrationBuilder.Sql("UPDATE carts SET abandoned_at = now() WHERE status = 'Active' AND changed_at < now() - interval '1 day'");

            migrationBuilder.Sql(ShoppingFunctions.Json);
            migrationBuilder.Sql(ShoppingFunctions.Saved);
            migrationBuilder.Sql(ShoppingFunctions.Change);
            migrationBuilder.Sql(ShoppingFunctions.Merge);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION merge_carts(uuid, uuid, uuid, bytea, jsonb, timestamptz, timestamptz); DROP FUNCTION saved_with(jsonb, jsonb);");
            migrationBuilder.Sql(CartFunctions.PlannedJson);
            migrationBuilder.Sql(CartFunctions.Change.Replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"));
            migrationBuilder.Sql(CartFunctions.Merge);

            migrationBuilder.DropIndex(
                name: "ix_carts_changed_at",
                table: "carts");

            migrationBuilder.DropIndex(
                name: "ix_carts_expires_at",
                table: "carts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_carts_saved_lines",
                table: "carts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cart_lines_wanted",
                table: "cart_lines");

            migrationBuilder.DropColumn(
                name: "abandoned_at",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "look",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "saved_lines",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "wanted",
                table: "cart_lines");

            migrationBuilder.CreateIndex(
                name: "ix_carts_expires_at",
                table: "carts",
                column: "expires_at",
                filter: "status = 'Active'");
        }
    }
}
