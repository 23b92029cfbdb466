using Ecommerce.Testing.Probing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ecommerce.Messaging.Tests;

public sealed class BrokerOutageTests
{
    [Fact]
    public async Task A_broker_that_is_killed_and_restarted_in_the_middle_loses_and_doubles_nothing()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await broker.WaitForQueuesOnDiskAsync(host.Queue, host.Queue + ".dead");
        await PublishAsync(host, 0, 500);
        await Eventually.HoldsAsync(async () => await host.CountAsync() > 50, "some are handled");

        await broker.KillAsync();
        await PublishAsync(host, 500, 500);
        await broker.StartAgainAsync();

        await ShouldHaveAllAsync(host, 1_000);
    }

    [Fact]
    public async Task A_broker_that_is_away_when_the_service_starts_gets_everything_when_it_comes()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await broker.WaitForQueuesOnDiskAsync(host.Queue, host.Queue + ".dead");
        await broker.KillAsync();
        await host.RestartAsync();
        await PublishAsync(host, 0, 100);
        (await host.HealthAsync()).ShouldBe(HealthStatus.Unhealthy);

        await broker.StartAgainAsync();

        await ShouldHaveAllAsync(host, 100);
        (await host.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_broker_that_stops_answering_is_noticed_and_everything_goes_on_when_it_answers_again()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await PublishAsync(host, 0, 200);
        await Eventually.HoldsAsync(async () => await host.CountAsync() > 20, "some are handled");

        await broker.FreezeAsync();
        await PublishAsync(host, 200, 200);
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Unhealthy, "the outage is noticed", TimeSpan.FromSeconds(40));
        await broker.ThawAsync();

        await ShouldHaveAllAsync(host, 400);
        (await host.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_broker_that_takes_no_messages_is_waited_for_and_what_it_holds_is_consumed()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await PublishAsync(host, 0, 100);
        await broker.SetMemoryLimitAsync("0");
        await PublishAsync(host, 100, 100);
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Degraded, "the blockade is noticed");

        await broker.SetMemoryLimitAsync("0.4");

        await ShouldHaveAllAsync(host, 200);
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Healthy, "the end of it is noticed");
    }

    [Fact]
    public async Task A_queue_that_is_deleted_is_declared_and_consumed_again()
    {
        await using var host = await MessagingHost.StartAsync();
        await PublishAsync(host, 0, 100);
        await ShouldHaveAllAsync(host, 100);

        await host.DeleteQueueAsync();
        await Eventually.HoldsAsync(host.HasConsumerAsync, "the queue is there again and has a consumer");
        await PublishAsync(host, 100, 100);

        await ShouldHaveAllAsync(host, 200);
    }

    private const int Subjects = 10;

    private static Task PublishAsync(MessagingHost host, int from, int count) =>
        host.PublishAsync(Enumerable.Range(from, count).Select(number => new Counted($"outage/{number % Subjects}", number)));

    private static async Task ShouldHaveAllAsync(MessagingHost host, int count)
    {
        await Eventually.HoldsAsync(async () => await host.CountAsync() >= count, "all are handled", TimeSpan.FromSeconds(60));
        (await host.CountAsync()).ShouldBe(count);
        for (var subject = 0; subject < Subjects; subject++)
        {
            var first = subject;
            (await host.EffectsAsync($"outage/{subject}")).ShouldBe(Enumerable.Range(0, count / Subjects).Select(n => first + (n * Subjects)));
        }
    }
}
