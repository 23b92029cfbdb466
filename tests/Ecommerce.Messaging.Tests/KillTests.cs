using Ecommerce.Testing.Probing;
using Npgsql;

namespace Ecommerce.Messaging.Tests;

/// <summary>The service as a process, killed with SIGKILL at the worst moments.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_between_commit_and_publish_it_sends_everything_when_it_is_back()
    {
        await using var host = await MessagingHost.StartAsync();
        await host.StopServiceAsync();
        await using var elsewhere = await host.OpenDatabaseAsync();

        // Whoever holds the dispatcher's lock sends; so the process commits and does not send.
        await ExecuteAsync(elsewhere, "SELECT pg_advisory_lock(x'6f7574626f78'::bigint)");
        await using (host.StartProcess(publishes: 100))
        {
            await Eventually.HoldsAsync(async () => await host.ScalarAsync<long>("SELECT count(*) FROM outbox_messages") == 100, "the process has committed");
        }

        (await host.CountAsync()).ShouldBe(0);
        await elsewhere.CloseAsync();
        await using var next = host.StartProcess();

        await host.ShouldHaveHandledAsync(100);
    }

    [Fact]
    public async Task Killed_between_publish_and_removal_from_the_outbox_it_sends_twice_and_nothing_happens_twice()
    {
        await using var host = await MessagingHost.StartAsync();
        await host.StopServiceAsync();
        await using var elsewhere = await host.OpenDatabaseAsync();
        await ExecuteAsync(elsewhere, """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';
            CREATE TRIGGER hold BEFORE DELETE ON outbox_messages FOR EACH STATEMENT EXECUTE FUNCTION hold();
            SELECT pg_advisory_lock(1);
            """);
        await using (host.StartProcess(publishes: 100))
        {
            await Eventually.HoldsAsync(async () => await host.CountAsync() >= 100, "all are sent and handled");
        }

        (await host.ScalarAsync<long>("SELECT count(*) FROM outbox_messages")).ShouldBe(100);

        // The server would still do what the dead process has asked for.
        await ExecuteAsync(elsewhere, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        await elsewhere.CloseAsync();
        await using var next = host.StartProcess();

        await Eventually.HoldsAsync(async () => await host.ScalarAsync<long>("SELECT count(*) FROM outbox_messages") == 0, "the outbox is empty");
        await host.ShouldHaveHandledAsync(100);
    }

    [Fact]
    public async Task Killed_between_handling_and_acknowledging_it_does_nothing_twice()
    {
        await using var host = await MessagingHost.StartAsync();
        await host.StopServiceAsync();
        await using (host.StartProcess(hangsAfterCommit: true))
        {
            await Eventually.HoldsAsync(host.HasConsumerAsync, "the process is up");
            await host.PublishAsync(Counted.Sequence(100));
            await Eventually.HoldsAsync(async () => await host.CountAsync() > 0, "a handler has committed");
        }

        await using var next = host.StartProcess();

        await host.ShouldHaveHandledAsync(100);
    }

    [Fact]
    public async Task Killed_again_and_again_it_loses_and_doubles_nothing()
    {
        await using var host = await MessagingHost.StartAsync();
        await host.StopServiceAsync();
        for (var round = 1; round <= 3; round++)
        {
            await host.PublishAsync(Counted.Sequence(200, from: (round - 1) * 200));
            await using var process = host.StartProcess();
            var some = (round * 200) - 150;
            await Eventually.HoldsAsync(async () => await host.CountAsync() >= some, "some are handled");
        }

        await using var last = host.StartProcess();

        await host.ShouldHaveHandledAsync(600);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
