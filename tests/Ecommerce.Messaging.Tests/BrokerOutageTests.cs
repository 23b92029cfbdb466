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
        await host.PublishAsync(Counted.Sequence(500));
        await Eventually.HoldsAsync(async () => await host.CountAsync() > 50, "some are handled");

        await broker.KillAsync();
        await host.PublishAsync(Counted.Sequence(500, from: 500));
        await broker.StartAgainAsync();

        await host.ShouldHaveHandledAsync(1_000);
    }

    [Fact]
    public async Task A_broker_that_is_away_when_the_service_starts_gets_everything_when_it_comes()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await broker.WaitForQueuesOnDiskAsync(host.Queue, host.Queue + ".dead");
        await broker.KillAsync();
        await host.RestartAsync();
        await host.PublishAsync(Counted.Sequence(100));
        (await host.HealthAsync()).ShouldBe(HealthStatus.Unhealthy);

        await broker.StartAgainAsync();

        await host.ShouldHaveHandledAsync(100);
        (await host.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_broker_that_stops_answering_is_noticed_and_everything_goes_on_when_it_answers_again()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await host.PublishAsync(Counted.Sequence(200));
        await Eventually.HoldsAsync(async () => await host.CountAsync() > 20, "some are handled");

        await broker.FreezeAsync();
        await host.PublishAsync(Counted.Sequence(200, from: 200));
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Unhealthy, "the outage is noticed", TimeSpan.FromSeconds(40));
        await broker.ThawAsync();

        await host.ShouldHaveHandledAsync(400);
        (await host.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_broker_that_takes_no_messages_is_waited_for_and_what_it_holds_is_consumed()
    {
        await using var broker = await OwnBroker.StartAsync();
        await using var host = await MessagingHost.StartAsync(broker: broker.ConnectionString);
        await host.PublishAsync(Counted.Sequence(100));
        await broker.SetMemoryLimitAsync("0");
        await host.PublishAsync(Counted.Sequence(100, from: 100));
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Degraded, "the blockade is noticed");

        await broker.SetMemoryLimitAsync("0.4");

        await host.ShouldHaveHandledAsync(200);
        await Eventually.HoldsAsync(async () => await host.HealthAsync() == HealthStatus.Healthy, "the end of it is noticed");
    }

    [Fact]
    public async Task A_queue_that_is_deleted_is_declared_and_consumed_again()
    {
        await using var host = await MessagingHost.StartAsync();
        await host.PublishAsync(Counted.Sequence(100));
        await host.ShouldHaveHandledAsync(100);

        await host.DeleteQueueAsync();
        await Eventually.HoldsAsync(host.HasConsumerAsync, "the queue is there again and has a consumer");
        await host.PublishAsync(Counted.Sequence(100, from: 100));

        await host.ShouldHaveHandledAsync(200);
    }
}
