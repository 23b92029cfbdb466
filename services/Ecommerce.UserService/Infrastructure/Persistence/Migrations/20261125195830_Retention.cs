using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.UserService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_data_requests_completed_at",
                table: "data_requests",
                column: "completed_at");

            migrationBuilder.CreateIndex(
                name: "ix_data_archives_expires_at",
                table: "data_archives",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_activities_at",
                table: "activities",
                column: "at")
                .Annotation("Npgsql:IndexMethod", "brin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_data_requests_completed_at",
                table: "data_requests");

            migrationBuilder.DropIndex(
                name: "ix_data_archives_expires_at",
                table: "data_archives");

            migrationBuilder.DropIndex(
                name: "ix_activities_at",
                table: "activities");
        }
    }
}
