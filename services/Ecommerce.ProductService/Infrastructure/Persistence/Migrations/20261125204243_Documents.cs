using Ecommerce.ProductService.Infrastructure.Catalogue;
using Ecommerce.ProductService.Infrastructure.Inventory;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(DocumentSql.Compose(StockViews.Available));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(DocumentSql.Compose(StockViews.AvailableByView));
        }
    }
}
