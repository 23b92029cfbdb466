using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.OrderService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StaffSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_orders_status",
                table: "orders",
                columns: new[] { "status", "id" },
                descending: new[] { false, true });
            migrationBuilder.Sql("CREATE INDEX ix_orders_email ON orders (lower(email), id DESC)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_orders_email");
            migrationBuilder.DropIndex(
                name: "ix_orders_status",
                table: "orders");
        }
    }
}
