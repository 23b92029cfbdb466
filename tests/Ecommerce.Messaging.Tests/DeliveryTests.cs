using System.Diagnostics;
using System.Text;
using Ecommerce.Testing.Probing;

namespace Ecommerce.Messaging.Tests;

public sealed class DeliveryTests
{
    // 100,000 with MESSAGING_VOLUME=100000.
    private static readonly int Volume = int.TryParse(Environment.GetEnvironmentVariable("MESSAGING_VOLUME"), out var volume) ? volume : 5_000;

    [Fact]
    public async Task All_events_arrive_once_and_those_of_a_subject_in_order()
    {
        await using var host = await MessagingHost.StartAsync();
        const int Subjects = 50;
        var events = Enumerable.Range(0, Volume).Select(number => new Counted($"subject/{number % Subjects}", number / Subjects)).Chunk(1_000);
        foreach (var chunk in events)
        {
            await host.PublishAsync(chunk);
        }

        await Eventually.HoldsAsync(async () => await host.ScalarAsync<long>("SELECT count(*) FROM effects") >= Volume, "all are handled", TimeSpan.FromMinutes(10));
        (await host.ScalarAsync<long>("SELECT count(*) FROM effects")).ShouldBe(Volume);
        for (var subject = 0; subject < Subjects; subject++)
        {
            (await host.EffectsAsync($"subject/{subject}")).ShouldBe(Enumerable.Range(0, Volume / Subjects));
        }

        (await host.ScalarAsync<long>("SELECT count(*) FROM outbox_messages")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_delivered_twice_has_one_effect()
    {
        await using var host = await MessagingHost.StartAsync();
        var body = Envelope("test.counted.v1", """{"aggregate":"twice","number":1}""");
        await host.SendRawAsync(body);
        await host.SendRawAsync(body);
        await host.PublishAsync(new Counted("twice", 2));

        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("twice")).Contains(2), "the last one is handled");
        (await host.EffectsAsync("twice")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_failing_handler_is_tried_again_and_its_subject_keeps_its_order()
    {
        await using var host = await MessagingHost.StartAsync();
        var failures = 3;
        host.Misbehaviour.Before = counted => counted is { Subject: "stubborn", Number: 0 } && Interlocked.Decrement(ref failures) >= 0
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;
        await host.PublishAsync(Enumerable.Range(0, 10).Select(number => new Counted("stubborn", number)));
        await host.PublishAsync(new Counted("other", 0));

        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("stubborn")).Count == 10, "all are handled");
        (await host.EffectsAsync("stubborn")).ShouldBe(Enumerable.Range(0, 10));
        (await host.EffectsAsync("other")).ShouldBe([0]);
    }

    [Fact]
    public async Task Messages_that_came_while_their_lane_was_busy_share_a_transaction()
    {
        await using var host = await MessagingHost.StartAsync(OneLane());
        await PublishBehindAnotherAsync(host, Counted.Sequence(count: 19, from: 1));

        await host.ShouldHaveHandledAsync(20);
        (await host.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM effects")).ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Messages_that_need_more_memory_than_is_allowed_are_taken_in_smaller_portions_once_and_in_order()
    {
        // About ten of them fit.
        await using var host = await MessagingHost.StartAsync(new() { ["Messaging:LargestBacklog"] = "3000" });
        await host.PublishAsync(Counted.Sequence(500));

        await host.ShouldHaveHandledAsync(500);
    }

    [Fact]
    public async Task One_that_fails_among_messages_of_one_transaction_costs_the_others_nothing()
    {
        await using var host = await MessagingHost.StartAsync(OneLane());
        var failures = 2;
        host.Misbehaviour.Before = counted => counted.Number == 7 && Interlocked.Decrement(ref failures) >= 0
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;
        await PublishBehindAnotherAsync(host, Counted.Sequence(count: 19, from: 1));

        await host.ShouldHaveHandledAsync(20);
        Volatile.Read(ref failures).ShouldBeLessThan(0);
        (await host.ScalarAsync<long>("SELECT count(*) FROM deferred_messages")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_delivered_twice_among_others_has_one_effect()
    {
        await using var host = await MessagingHost.StartAsync(OneLane());
        var body = Envelope("test.counted.v1", """{"aggregate":"twice","number":1}""");
        await host.PublishAsync(new Counted("first", 0));
        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("first")).Count == 1, "the lane was busy just now");
        await host.SendRawAsync(body);
        await host.SendRawAsync(body);
        await host.SendRawAsync(body);
        await host.PublishAsync(new Counted("twice", 2));

        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("twice")).Contains(2), "the last one is handled");
        (await host.EffectsAsync("twice")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_handler_that_never_succeeds_ends_in_the_dead_letter_queue_and_can_be_redriven()
    {
        await using var host = await MessagingHost.StartAsync(new() { ["Messaging:MaximumAttempts"] = "3" });
        var broken = true;
        host.Misbehaviour.Before = _ => broken ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await host.PublishAsync(new Counted("doomed", 0));

        var letters = await Eventually.GetAsync(() => host.DeadLetters.PeekAsync(10, CancellationToken.None), letters => letters.Count == 1, "it is given up");
        letters[0].Reason.ShouldNotBeNull().ShouldContain("3 attempts");
        (await host.EffectsAsync("doomed")).ShouldBeEmpty();

        broken = false;
        (await host.DeadLetters.RedriveAsync(10, CancellationToken.None)).ShouldBe(1);
        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("doomed")).Count == 1, "it is handled");
    }

    [Theory]
    [InlineData("this is not JSON", "not a CloudEvents envelope")]
    [InlineData("UNKNOWN", "Nobody here handles")]
    [InlineData("MISSHAPEN", "is not a 'test.counted.v1'")]
    public async Task Poison_goes_to_the_dead_letter_queue_with_its_reason_and_holds_nobody_up(string kind, string reason)
    {
        await using var host = await MessagingHost.StartAsync();
        await host.SendRawAsync(kind switch
        {
            "UNKNOWN" => Envelope("test.unheard_of.v1", "{}"),
            "MISSHAPEN" => Envelope("test.counted.v1", """{"aggregate":"a","number":"many"}"""),
            _ => Encoding.UTF8.GetBytes(kind),
        });
        await host.PublishAsync(new Counted("healthy", 0));

        var letters = await Eventually.GetAsync(() => host.DeadLetters.PeekAsync(10, CancellationToken.None), letters => letters.Count == 1, "it is given up");
        letters[0].Reason.ShouldNotBeNull().ShouldContain(reason);
        await Eventually.HoldsAsync(async () => (await host.EffectsAsync("healthy")).Count == 1, "the healthy one is handled");
    }

    [Fact]
    public async Task One_trace_spans_publisher_and_consumer()
    {
        var spans = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is MessagingTelemetry.Name or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        await using var host = await MessagingHost.StartAsync();
        ActivityTraceId trace;
        using (var root = source.StartActivity("checkout")!)
        {
            trace = root.TraceId;
            await host.PublishAsync(new Counted("traced", 0));
        }

        await Eventually.HoldsAsync(
            () => Task.FromResult(spans.Count(span => span.TraceId == trace) >= 3), "three spans are in the trace");
        spans.Where(span => span.TraceId == trace).Select(span => span.OperationName).ShouldBe(
            ["checkout", "publish test.counted.v1", "process test.counted.v1"], ignoreOrder: true);
    }

    private static Dictionary<string, string?> OneLane() => new() { ["Messaging:Lanes"] = "1", ["Messaging:GatherTime"] = "00:00:01" };

    private static async Task PublishBehindAnotherAsync(MessagingHost host, IEnumerable<Counted> events)
    {
        await host.PublishAsync(Counted.Sequence(1));
        await Eventually.HoldsAsync(async () => await host.ScalarAsync<long>("SELECT count(*) FROM effects") == 1, "the lane was busy just now");
        await host.PublishAsync(events);
    }

    private static byte[] Envelope(string type, string data) => Encoding.UTF8.GetBytes(
        $$"""{"specversion":"1.0","id":"{{Guid.NewGuid()}}","type":"{{type}}","source":"test","subject":"twice","time":"2026-01-01T00:00:00Z","data":{{data}}}""");
}
