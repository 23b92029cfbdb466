using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.NotificationService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TellOfCartsAndStock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_notifications_event",
                table: "notifications");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "marketing_consents",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "locale",
                table: "marketing_consents",
                type: "character varying(35)",
                maxLength: 35,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "stock_notices",
                columns: table => new
                {
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_notices", x => x.sku);
                });

            migrationBuilder.CreateIndex(
                name: "ux_notifications_event",
                table: "notifications",
                columns: new[] { "event_id", "channel", "recipient" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stock_notices");

            migrationBuilder.DropIndex(
                name: "ux_notifications_event",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "address",
                table: "marketing_consents");

            migrationBuilder.DropColumn(
                name: "locale",
                table: "marketing_consents");

            migrationBuilder.CreateIndex(
                name: "ux_notifications_event",
                table: "notifications",
                columns: new[] { "event_id", "channel" },
                unique: true);
        }
    }
}
