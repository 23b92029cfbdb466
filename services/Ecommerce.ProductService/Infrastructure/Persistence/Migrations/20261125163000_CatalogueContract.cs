using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CatalogueContract : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(CatalogueContractSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(CatalogueContractSql.Drop);
        }
    }
}
