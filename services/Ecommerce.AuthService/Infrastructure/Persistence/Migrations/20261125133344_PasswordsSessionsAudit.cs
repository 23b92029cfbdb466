using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.AuthService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PasswordsSessionsAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "authenticated_at",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "device_id",
                table: "sessions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string[]>(
                name: "methods",
                table: "sessions",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_token_hash",
                table: "sessions",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rotation",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "password_hash",
                table: "accounts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(500)",
                oldMaxLength: 500);

            migrationBuilder.AddColumn<Guid>(
                name: "open_reset_link",
                table: "accounts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "open_verification_link",
                table: "accounts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    user_agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_devices_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "security_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_events", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_device",
                table: "sessions",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_account",
                table: "devices",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_security_events_account",
                table: "security_events",
                columns: new[] { "account_id", "id" });
        
            // Links that are on their way go on working.
            migrationBuilder.Sql("""
                UPDATE accounts SET open_verification_link =
                  (SELECT id FROM action_links WHERE account_id = accounts.id AND purpose = 'EmailVerification' AND used_at IS NULL ORDER BY id DESC LIMIT 1)
                WHERE email_verified_at IS NULL;
                """);

            // The audit log is only ever added to, whatever a bug or a person with the service's own rights tries.
            migrationBuilder.Sql("""
                CREATE FUNCTION security_events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
                END $$;
                CREATE TRIGGER security_events_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON security_events
                  FOR EACH STATEMENT EXECUTE FUNCTION security_events_are_kept();
                """);
        }


        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER security_events_are_kept ON security_events; DROP FUNCTION security_events_are_kept();");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "security_events");

            migrationBuilder.DropIndex(
                name: "ix_sessions_device",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "authenticated_at",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "device_id",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "methods",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "previous_token_hash",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "rotation",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "open_reset_link",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "open_verification_link",
                table: "accounts");

            migrationBuilder.AlterColumn<string>(
                name: "password_hash",
                table: "accounts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(500)",
                oldMaxLength: 500,
                oldNullable: true);
        }
    }
}
