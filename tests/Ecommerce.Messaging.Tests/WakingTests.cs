using Ecommerce.Messaging.Outbox;
using Ecommerce.Testing.Probing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.Messaging.Tests;

/// <summary>With polls an hour apart, so that only what wakes can be what helps.</summary>
public sealed class WakingTests
{
    private static readonly Dictionary<string, string?> NoPolls = new() { ["Messaging:PollInterval"] = "01:00:00" };

    [Fact]
    public async Task A_commit_of_its_own_wakes_the_dispatcher()
    {
        await using var host = await MessagingHost.StartAsync(NoPolls);
        for (var number = 0; number < 30; number++)
        {
            await host.PublishAsync(Counted.Sequence(1, from: number));
        }

        await host.ShouldHaveHandledAsync(30);
    }

    [Fact]
    public async Task The_commit_of_a_transaction_wakes_the_dispatcher()
    {
        await using var host = await MessagingHost.StartAsync(NoPolls);
        await using var scope = host.Host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TestContextDb>();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            context.AddToOutbox(new Counted("subject/0", 0), DateTimeOffset.UtcNow);
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
            await transaction.CommitAsync();
        }

        await host.ShouldHaveHandledAsync(1);
    }

    [Fact]
    public async Task A_commit_without_an_event_does_not_wake_the_dispatcher()
    {
        await using var host = await MessagingHost.StartAsync(NoPolls);
        await using var scope = host.Host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TestContextDb>();
        context.Add(new Effect { Subject = "quiet", Number = 0 });
        await context.SaveChangesAsync();

        (await host.Host.Services.GetRequiredService<OutboxSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_when_it_is_due()
    {
        await using var host = await MessagingHost.StartAsync(NoPolls);
        var failures = 3;
        host.Misbehaviour.Before = counted => counted.Number == 0 && Interlocked.Decrement(ref failures) >= 0
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;
        await host.PublishAsync(Counted.Sequence(20));

        await host.ShouldHaveHandledAsync(20);
    }

    [Fact]
    public async Task A_replica_that_does_not_lead_wakes_the_one_that_does()
    {
        await using var leader = await MessagingHost.StartAsync(NoPolls);
        await using var other = leader.StartProcess(publishes: 50);

        await leader.ShouldHaveHandledAsync(50);
    }
}
