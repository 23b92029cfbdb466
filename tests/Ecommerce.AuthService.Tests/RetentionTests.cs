using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Microsoft.AspNetCore.Hosting;

namespace Ecommerce.AuthService.Tests;

public sealed class RetentionTests(AuthServiceFixture service)
{
    [Fact]
    public async Task What_has_ended_is_forgotten_with_its_time_and_no_earlier()
    {
        var old = await service.PersonAsync();
        var kept = await service.LoggedInAsync(old.Email);
        await ExecuteAsync($"""
            INSERT INTO login_challenges (id, account_id, credential_version, token_hash, methods, expires_at, attempts, version)
            SELECT gen_random_uuid(), '{old.Id}', 0, '', ARRAY[]::text[], now() - days * interval '1 day', 0, 0 FROM unnest(ARRAY[8, 8, 8, 6]) days;
            INSERT INTO external_flows (id, provider, expires_at, version)
            SELECT gen_random_uuid(), '{old.Id}', now() - days * interval '1 day', 0 FROM unnest(ARRAY[8, 8, 8, 6]) days;
            INSERT INTO api_keys (id, account_id, name, prefix, hash, roles, created_at, expires_at, version)
            SELECT gen_random_uuid(), '{old.Id}', 'a key', 'ek_', '', ARRAY[]::text[], now(), now() - days * interval '1 day', 0 FROM unnest(ARRAY[401, 399]) days;
            INSERT INTO security_events (id, account_id, type, actor, device, at)
            SELECT gen_random_uuid(), '{old.Id}', 'LoggedOut', 'system', '', now() - days * interval '1 day' FROM unnest(ARRAY[401, 401, 401, 401, 401, 399]) days;
            UPDATE action_links SET expires_at = now() - interval '8 days' WHERE account_id = '{old.Id}';
            UPDATE devices SET last_seen_at = now() - interval '401 days' WHERE account_id = '{old.Id}';
            UPDATE sessions SET expires_at = now() - interval '29 days' WHERE id = '{kept.SessionId}';
            UPDATE sessions SET expires_at = now() - interval '31 days' WHERE id = '{old.SessionId}';
            """);

        await Eventually.HoldsAsync(async () => await LeftAsync(old) == "1 session, 1 device, 0 links, 1 challenge, 1 flow, 1 key, 1 line", "what is too old is gone");
        (await service.ScalarAsync<Guid>($"SELECT id FROM sessions WHERE account_id = '{old.Id}'")).ShouldBe(kept.SessionId);
        (await service.ScalarAsync<long>($"SELECT count(*) FROM devices d JOIN sessions s ON s.device_id = d.id WHERE d.account_id = '{old.Id}'")).ShouldBe(1, "a device with a session is in use");
    }

    [Fact]
    public async Task The_audit_log_is_kept_for_months_at_least()
    {
        await using var factory = service.Factory.WithWebHostBuilder(host => host.UseSetting("Retention:AuditLog", "89.00:00:00"));
        factory.UseKestrel(0);

        Should.Throw<Exception>(factory.StartServer).ToString().ShouldContain("AuditLog");
    }

    private Task<string> LeftAsync(Person person) => service.ScalarAsync<string>($"""
        SELECT (SELECT count(*) FROM sessions WHERE account_id = '{person.Id}') || ' session, '
          || (SELECT count(*) FROM devices WHERE account_id = '{person.Id}') || ' device, '
          || (SELECT count(*) FROM action_links WHERE account_id = '{person.Id}') || ' links, '
          || (SELECT count(*) FROM login_challenges WHERE account_id = '{person.Id}') || ' challenge, '
          || (SELECT count(*) FROM external_flows WHERE provider = '{person.Id}') || ' flow, '
          || (SELECT count(*) FROM api_keys WHERE account_id = '{person.Id}') || ' key, '
          || (SELECT count(*) FROM security_events WHERE account_id = '{person.Id}' AND type = 'LoggedOut') || ' line'
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = service.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
