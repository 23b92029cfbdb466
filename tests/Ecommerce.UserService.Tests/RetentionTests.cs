using Ecommerce.Testing.Probing;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class RetentionTests(UserServiceFixture service)
{
    [Fact]
    public async Task History_and_finished_requests_are_forgotten_with_their_time_and_no_earlier()
    {
        var id = Guid.NewGuid();
        await ExecuteAsync($"""
            INSERT INTO activities (id, customer_id, at, what) SELECT gen_random_uuid(), '{id}', now() - interval '401 days', 'old' FROM generate_series(1, 7);
            INSERT INTO activities (id, customer_id, at, what) VALUES (gen_random_uuid(), '{id}', now() - interval '399 days', 'new');
            {RequestSql(id, "Export", "now() - interval '91 days'")}
            {RequestSql(id, "Export", "now() - interval '89 days'")}
            {RequestSql(id, "Export", "NULL")}
            {RequestSql(id, "Erasure", "now() - interval '1101 days'")}
            {RequestSql(id, "Erasure", "now() - interval '400 days'")}
            INSERT INTO data_archives (id, customer_id, content, expires_at) VALUES (gen_random_uuid(), '{id}', 'x', now() - interval '1 minute');
            INSERT INTO data_archives (id, customer_id, content, expires_at) VALUES (gen_random_uuid(), '{id}', 'x', now() + interval '1 minute');
            """);

        await Eventually.HoldsAsync(
            async () => await service.CountAsync($"activities WHERE customer_id = '{id}' AND what = 'old'") == 0
                && await service.CountAsync($"data_requests WHERE customer_id = '{id}'") == 3
                && await service.CountAsync($"data_archives WHERE customer_id = '{id}'") == 1,
            "what is too old is gone");
        (await service.CountAsync($"activities WHERE customer_id = '{id}'")).ShouldBe(1);
        (await service.CountAsync($"data_archives WHERE customer_id = '{id}' AND expires_at > now()")).ShouldBe(1);
        (await service.CountAsync($"data_requests WHERE customer_id = '{id}' AND kind = 'Erasure'")).ShouldBe(1);
        (await service.CountAsync($"data_request_parts p JOIN data_requests r ON r.id = p.request_id WHERE r.customer_id = '{id}'")).ShouldBe(3);
    }

    [Fact]
    public async Task A_row_that_another_replica_holds_holds_up_no_other()
    {
        var (held, free) = (Guid.NewGuid(), Guid.NewGuid());
        await ExecuteAsync($"INSERT INTO data_archives (id, customer_id, content, expires_at) VALUES ('{held}', '{held}', 'x', now() + interval '1 second')");
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = $"SELECT 1 FROM data_archives WHERE id = '{held}' FOR UPDATE";
        await hold.ExecuteNonQueryAsync();
        await Eventually.HoldsAsync(async () => await service.CountAsync($"data_archives WHERE id = '{held}' AND expires_at < now()") == 1, "the held one is too old");
        await ExecuteAsync($"INSERT INTO data_archives (id, customer_id, content, expires_at) VALUES ('{free}', '{free}', 'x', now() - interval '1 minute')");

        await Eventually.HoldsAsync(async () => await service.CountAsync($"data_archives WHERE id = '{free}'") == 0, "the free one is gone");
    }

    private static string RequestSql(Guid customer, string kind, string completedAt) => $"""
        WITH request AS (
          INSERT INTO data_requests (id, customer_id, kind, state, requested_at, due_at, completed_at, next_attempt_at, attempts, version)
          SELECT gen_random_uuid(), '{customer}', '{kind}', CASE WHEN c IS NULL THEN 'Running' ELSE 'Completed' END, now(), now(), c,
                 CASE WHEN c IS NULL THEN now() + interval '1 day' END, 1, 0
          FROM (SELECT ({completedAt})::timestamptz AS c) times RETURNING id)
        INSERT INTO data_request_parts (request_id, service, state) SELECT id, 'user-service', 'Done' FROM request;
        """;

    private async Task ExecuteAsync(string sql)
    {
        await using var command = service.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
