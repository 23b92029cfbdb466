using System;
using Ecommerce.ProductService.Infrastructure.Catalogue;
using Ecommerce.ProductService.Infrastructure.Import;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Ecommerce.ProductService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_categories_categories_parent_id",
                table: "categories");

            migrationBuilder.DropCheckConstraint(
                name: "ck_variant_prices_amount",
                table: "variant_prices");

            migrationBuilder.DropIndex(
                name: "ix_products_categories",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_name_trigrams",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_search_words",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ux_products_slug",
                table: "products");

            migrationBuilder.DropColumn(
                name: "search_words",
                table: "products");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.AddColumn<string>(
                name: "barcode",
                table: "variants",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "height_mm",
                table: "variants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "length_mm",
                table: "variants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "width_mm",
                table: "variants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "compare_at",
                table: "variant_prices",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "activated_at",
                table: "products",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attributes",
                table: "products",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "brand_id",
                table: "products",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "path",
                table: "categories",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "categories",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "attributes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    choices = table.Column<string[]>(type: "text[]", nullable: false),
                    is_filterable = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attributes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "brands",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_prices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sku = table.Column<string>(type: "character varying(64)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheduled_prices", x => x.id);
                    table.CheckConstraint("ck_scheduled_prices", "amount >= 0 AND ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_scheduled_prices_variants_sku",
                        column: x => x.sku,
                        principalTable: "variants",
                        principalColumn: "sku",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_variants_barcode",
                table: "variants",
                column: "barcode",
                unique: true,
                filter: "barcode IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_variants_weight",
                table: "variants",
                sql: "weight_grams >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_variant_prices_amount",
                table: "variant_prices",
                sql: "amount >= 0 AND compare_at > amount");

            migrationBuilder.CreateIndex(
                name: "ix_products_brand",
                table: "products",
                column: "brand_id");

            migrationBuilder.Sql(CatalogueSql.Convert);

            migrationBuilder.DropColumn(
                name: "brand",
                table: "products");

            migrationBuilder.AddCheckConstraint(
                name: "ck_categories_path",
                table: "categories",
                sql: "path[cardinality(path)] = id AND cardinality(path) <= 20 AND (parent_id IS NULL) = (cardinality(path) = 1)");

            migrationBuilder.CreateIndex(
                name: "ux_attributes_code",
                table: "attributes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_brands_name",
                table: "brands",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_brands_slug",
                table: "brands",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_prices_sku",
                table: "scheduled_prices",
                columns: new[] { "sku", "currency" });

            migrationBuilder.AddForeignKey(
                name: "fk_categories_categories_parent_id",
                table: "categories",
                column: "parent_id",
                principalTable: "categories",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_products_brands_brand_id",
                table: "products",
                column: "brand_id",
                principalTable: "brands",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(CatalogueSql.Create);
            migrationBuilder.Sql(CatalogueSql.Fill);
            migrationBuilder.Sql(ImportSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ImportSql.Drop);
            migrationBuilder.Sql(CatalogueSql.Drop);

            migrationBuilder.DropForeignKey(
                name: "fk_categories_categories_parent_id",
                table: "categories");

            migrationBuilder.DropForeignKey(
                name: "fk_products_brands_brand_id",
                table: "products");

            migrationBuilder.DropTable(
                name: "attributes");

            migrationBuilder.DropTable(
                name: "brands");

            migrationBuilder.DropTable(
                name: "scheduled_prices");

            migrationBuilder.DropIndex(
                name: "ux_variants_barcode",
                table: "variants");

            migrationBuilder.DropCheckConstraint(
                name: "ck_variants_weight",
                table: "variants");

            migrationBuilder.DropCheckConstraint(
                name: "ck_variant_prices_amount",
                table: "variant_prices");

            migrationBuilder.DropIndex(
                name: "ix_products_brand",
                table: "products");

            migrationBuilder.DropCheckConstraint(
                name: "ck_categories_path",
                table: "categories");

            migrationBuilder.DropColumn(
                name: "barcode",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "height_mm",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "length_mm",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "width_mm",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "compare_at",
                table: "variant_prices");

            migrationBuilder.DropColumn(
                name: "activated_at",
                table: "products");

            migrationBuilder.DropColumn(
                name: "attributes",
                table: "products");

            migrationBuilder.DropColumn(
                name: "brand_id",
                table: "products");

            migrationBuilder.DropColumn(
                name: "path",
                table: "categories");

            migrationBuilder.DropColumn(
                name: "version",
                table: "categories");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:btree_gist", ",,");

            migrationBuilder.AddColumn<string>(
                name: "brand",
                table: "products",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "search_words",
                table: "products",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', brand), 'B') || setweight(to_tsvector('english', description), 'C')",
                stored: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_variant_prices_amount",
                table: "variant_prices",
                sql: "amount >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_products_categories",
                table: "products",
                column: "category_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_products_name_trigrams",
                table: "products",
                column: "name")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_products_search_words",
                table: "products",
                column: "search_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ux_products_slug",
                table: "products",
                column: "slug",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_categories_categories_parent_id",
                table: "categories",
                column: "parent_id",
                principalTable: "categories",
                principalColumn: "id");
        }
    }
}
