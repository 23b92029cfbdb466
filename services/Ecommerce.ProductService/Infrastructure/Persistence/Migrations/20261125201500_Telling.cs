using System;
using Ecommerce.ProductService.Infrastructure.Catalogue;
using Ecommerce.ProductService.Infrastructure.Inventory;
using Ecommerce.ProductService.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Telling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "begun_at",
                table: "scheduled_prices",
                type: "timestamp with time zone",
                nullable: true);

            // Nobody is told now of what began before.
            migrationBuilder.Sql("UPDATE scheduled_prices SET begun_at = starts_at WHERE starts_at <= now();");

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_prices_begin",
                table: "scheduled_prices",
                column: "starts_at",
                filter: "begun_at IS NULL");

            migrationBuilder.Sql(TellingSql.LinkImages);
            migrationBuilder.Sql(TellingSql.Create);
            migrationBuilder.Sql(RatingSql.Create);
            migrationBuilder.Sql(StockFunctions.Drop);
            migrationBuilder.Sql(StockFunctions.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION turn_prices;");
            migrationBuilder.Sql(TellingSql.UnlinkImages);

            migrationBuilder.DropIndex(
                name: "ix_scheduled_prices_begin",
                table: "scheduled_prices");

            migrationBuilder.DropColumn(
                name: "begun_at",
                table: "scheduled_prices");
        }
    }
}
