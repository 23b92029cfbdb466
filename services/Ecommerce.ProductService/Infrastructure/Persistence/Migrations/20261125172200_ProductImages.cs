using Ecommerce.ProductService.Infrastructure.Images;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProductImages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ImageTables.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ImageTables.Drop);
        }
    }
}
