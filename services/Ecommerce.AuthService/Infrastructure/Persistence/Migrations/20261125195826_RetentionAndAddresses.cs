using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ecommerce.AuthService.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RetentionAndAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameIndex(
                name: "ix_login_challenges_account_id",
                table: "login_challenges",
                newName: "ix_login_challenges_account");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "security_events",
                type: "character varying(45)",
                maxLength: 45,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_expires_at",
                table: "sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_security_events_actor",
                table: "security_events",
                column: "actor");

            migrationBuilder.CreateIndex(
                name: "ix_security_events_at",
                table: "security_events",
                column: "at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_security_events_type",
                table: "security_events",
                columns: new[] { "type", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_last_seen_at",
                table: "devices",
                column: "last_seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_action_links_expires_at",
                table: "action_links",
                column: "expires_at");

            // Now a line may lose where it came from, because its person is forgotten, and be deleted when it is old.
            migrationBuilder.Sql("""
                DROP TRIGGER security_events_are_kept ON security_events;
                CREATE OR REPLACE FUNCTION security_events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '90 days' THEN
                    RETURN OLD;
                  END IF;
                  IF TG_OP = 'UPDATE' AND NEW.address IS NULL AND NEW.device = ''
                     AND to_jsonb(NEW) - 'address' - 'device' = to_jsonb(OLD) - 'address' - 'device' THEN
                    RETURN NEW;
                  END IF;
                  RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
                END $$;
                CREATE TRIGGER security_events_are_kept BEFORE UPDATE OR DELETE ON security_events
                  FOR EACH ROW EXECUTE FUNCTION security_events_are_kept();
                CREATE TRIGGER security_events_are_not_truncated BEFORE TRUNCATE ON security_events
                  FOR EACH STATEMENT EXECUTE FUNCTION security_events_are_kept();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER security_events_are_not_truncated ON security_events;
                DROP TRIGGER security_events_are_kept ON security_events;
                CREATE OR REPLACE FUNCTION security_events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
                END $$;
                CREATE TRIGGER security_events_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON security_events
                  FOR EACH STATEMENT EXECUTE FUNCTION security_events_are_kept();
                """);

            migrationBuilder.DropIndex(
                name: "ix_sessions_expires_at",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_security_events_actor",
                table: "security_events");

            migrationBuilder.DropIndex(
                name: "ix_security_events_at",
                table: "security_events");

            migrationBuilder.DropIndex(
                name: "ix_security_events_type",
                table: "security_events");

            migrationBuilder.DropIndex(
                name: "ix_devices_last_seen_at",
                table: "devices");

            migrationBuilder.DropIndex(
                name: "ix_action_links_expires_at",
                table: "action_links");

            migrationBuilder.DropColumn(
                name: "address",
                table: "security_events");

            migrationBuilder.RenameIndex(
                name: "ix_login_challenges_account",
                table: "login_challenges",
                newName: "ix_login_challenges_account_id");
        }
    }
}
