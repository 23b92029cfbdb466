using System;
using Ecommerce.ProductService.Infrastructure.Inventory;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StockPerLocation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(InventoryFunctions.Drop);
            migrationBuilder.Sql(StockViews.Drop);

            migrationBuilder.DropIndex(
                name: "ux_stock_movements_cause",
                table: "stock_movements");

            migrationBuilder.DropPrimaryKey(
                name: "pk_stock_levels",
                table: "stock_levels");

            migrationBuilder.DropPrimaryKey(
                name: "pk_reservation_lines",
                table: "reservation_lines");

            migrationBuilder.AlterColumn<string>(
                name: "kind",
                table: "stock_movements",
                type: "character varying(12)",
                maxLength: 12,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(10)",
                oldMaxLength: 10);

            migrationBuilder.AddColumn<string>(
                name: "actor",
                table: "stock_movements",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "location",
                table: "stock_movements",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "main");

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "stock_movements",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "location",
                table: "stock_levels",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "main");

            migrationBuilder.AddColumn<bool>(
                name: "is_sellable",
                table: "stock_levels",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "location",
                table: "reservation_lines",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "main");

            migrationBuilder.AddPrimaryKey(
                name: "pk_stock_levels",
                table: "stock_levels",
                columns: new[] { "sku", "location" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_reservation_lines",
                table: "reservation_lines",
                columns: new[] { "reservation_id", "sku", "location" });

            migrationBuilder.CreateTable(
                name: "stock_locations",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    levels_pending = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_locations", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "stock_thresholds",
                columns: table => new
                {
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    low_at = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_thresholds", x => x.sku);
                    table.CheckConstraint("ck_stock_thresholds_low_at", "low_at > 0");
                });

            migrationBuilder.CreateIndex(
                name: "ux_stock_movements_cause",
                table: "stock_movements",
                columns: new[] { "reference", "sku", "kind", "location" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stock_levels_location",
                table: "stock_levels",
                columns: new[] { "location", "sku" });

            migrationBuilder.Sql(StockFunctions.Prepare);

            migrationBuilder.AddForeignKey(
                name: "fk_stock_levels_stock_locations_location",
                table: "stock_levels",
                column: "location",
                principalTable: "stock_locations",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(StockViews.Create);
            migrationBuilder.Sql(StockFunctions.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Only while everything is at one location: the old tables cannot say more.
            migrationBuilder.Sql(StockFunctions.Drop);
            migrationBuilder.Sql(StockViews.Drop);

            migrationBuilder.DropForeignKey(
                name: "fk_stock_levels_stock_locations_location",
                table: "stock_levels");

            migrationBuilder.DropTable(
                name: "stock_locations");

            migrationBuilder.DropTable(
                name: "stock_thresholds");

            migrationBuilder.DropIndex(
                name: "ux_stock_movements_cause",
                table: "stock_movements");

            migrationBuilder.DropPrimaryKey(
                name: "pk_stock_levels",
                table: "stock_levels");

            migrationBuilder.DropIndex(
                name: "ix_stock_levels_location",
                table: "stock_levels");

            migrationBuilder.DropPrimaryKey(
                name: "pk_reservation_lines",
                table: "reservation_lines");

            migrationBuilder.DropColumn(
                name: "actor",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "location",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "location",
                table: "stock_levels");

            migrationBuilder.DropColumn(
                name: "is_sellable",
                table: "stock_levels");

            migrationBuilder.DropColumn(
                name: "location",
                table: "reservation_lines");

            migrationBuilder.AlterColumn<string>(
                name: "kind",
                table: "stock_movements",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(12)",
                oldMaxLength: 12);

            migrationBuilder.AddPrimaryKey(
                name: "pk_stock_levels",
                table: "stock_levels",
                column: "sku");

            migrationBuilder.AddPrimaryKey(
                name: "pk_reservation_lines",
                table: "reservation_lines",
                columns: new[] { "reservation_id", "sku" });

            migrationBuilder.CreateIndex(
                name: "ux_stock_movements_cause",
                table: "stock_movements",
                columns: new[] { "reference", "sku", "kind" },
                unique: true);

            migrationBuilder.Sql(StockViews.CreateOld);
            migrationBuilder.Sql(InventoryFunctions.Create);
        }
    }
}
