using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.CartService.Infrastructure.Persistence.Migrations;

/// <summary>Every function of carts ends with a cart; now its plan is kept.</summary>
[DbContext(typeof(CartDbContext))]
[Migration("20261125140000_PlanCartJsonOnce")]
public partial class PlanCartJsonOnce : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(CartFunctions.PlannedJson);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP FUNCTION cart_json(uuid)");
        migrationBuilder.Sql(CartFunctions.Json);
    }
}
