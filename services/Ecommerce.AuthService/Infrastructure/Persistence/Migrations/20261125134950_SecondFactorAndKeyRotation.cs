using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.AuthService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SecondFactorAndKeyRotation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "signs_from",
                table: "signing_keys",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "credential_version",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "last_totp_step",
                table: "accounts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "mfa_enabled_at",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "pending_totp_secret",
                table: "accounts",
                type: "bytea",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "recovery_code_hashes",
                table: "accounts",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "totp_secret",
                table: "accounts",
                type: "bytea",
                maxLength: 200,
                nullable: true);

            // The keys that there are sign since they were made.
            migrationBuilder.Sql("UPDATE signing_keys SET signs_from = created_at;");

            migrationBuilder.CreateTable(
                name: "login_challenges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credential_version = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    methods = table.Column<string[]>(type: "text[]", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_challenges", x => x.id);
                    table.ForeignKey(
                        name: "fk_login_challenges_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_accounts_mfa",
                table: "accounts",
                sql: "(mfa_enabled_at IS NULL) = (totp_secret IS NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_login_challenges_account_id",
                table: "login_challenges",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_login_challenges_expires_at",
                table: "login_challenges",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "login_challenges");

            migrationBuilder.DropCheckConstraint(
                name: "ck_accounts_mfa",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "signs_from",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "credential_version",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "last_totp_step",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "mfa_enabled_at",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "pending_totp_secret",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "recovery_code_hashes",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "totp_secret",
                table: "accounts");
        }
    }
}
