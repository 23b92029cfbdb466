using System.Collections.Concurrent;
using System.Diagnostics;
using StackExchange.Redis;

namespace Ecommerce.StandIns.Client.Tests.Redis;

public sealed class RedisConnectionTests(RedisFixture fixture)
{
    [Fact]
    public async Task After_the_server_was_killed_commands_and_subscriptions_work_again()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",asyncTimeout=1000");
        var events = new ConcurrentQueue<string>();
        multiplexer.ConnectionFailed += (_, e) => events.Enqueue("failed " + e.ConnectionType);
        multiplexer.ConnectionRestored += (_, e) => events.Enqueue("restored " + e.ConnectionType);
        var heard = new ConcurrentQueue<string>();
        var subscriber = multiplexer.GetSubscriber();
        await subscriber.SubscribeAsync(RedisChannel.Literal("news"), (_, m) => heard.Enqueue(m.ToString()));
        var db = multiplexer.GetDatabase();
        await db.StringSetAsync("k", "v");

        redis.Kill();
        await Probe.UntilAsync(() => !multiplexer.IsConnected, "the loss is seen");
        await Should.ThrowAsync<RedisConnectionException>(() => db.StringGetAsync("k"));

        await redis.RunAsync();
        await Probe.UntilAsync(async () => (await db.PingAsync()) > TimeSpan.Zero, "commands work again");
        await Probe.UntilAsync(async () => await subscriber.PublishAsync(RedisChannel.Literal("news"), "again") == 1, "the subscription is back");
        await Probe.UntilAsync(() => heard.Contains("again"), "the message is heard");
        await Probe.UntilAsync(() => events.Contains("restored Interactive") && events.Contains("restored Subscription"), "the events were raised");
        events.ShouldContain("failed Interactive");
    }

    [Fact]
    public async Task Commands_that_are_issued_while_the_server_restarts_wait_for_it()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",asyncTimeout=15000");
        redis.Kill();
        await Probe.UntilAsync(() => !multiplexer.IsConnected, "the loss is seen");

        var waiting = multiplexer.GetDatabase().StringSetAsync("k", "v");
        await redis.RunAsync();

        (await waiting).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_hangs_is_a_timeout_and_not_a_wait_for_ever()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",asyncTimeout=300,syncTimeout=300");
        var db = multiplexer.GetDatabase();
        await redis.SignalAsync("STOP");
        try
        {
            var since = Stopwatch.GetTimestamp();
            await Should.ThrowAsync<RedisTimeoutException>(() => db.StringGetAsync("k"));
            Should.Throw<RedisTimeoutException>(() => db.StringGet("k"));
            Stopwatch.GetElapsedTime(since).TotalSeconds.ShouldBeLessThan(5);
        }
        finally
        {
            await redis.SignalAsync("CONT");
        }

        // The late answers are read in their place: the next command gets its own.
        await Probe.UntilAsync(async () => await db.StringSetAsync("k", "mine") && await db.StringGetAsync("k") == "mine", "answers are in step");
    }

    [Fact]
    public async Task Connecting_to_nobody_throws_unless_told_to_go_on()
    {
        await Should.ThrowAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,connectTimeout=500,connectRetry=1"));

        await using var patient = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=500,connectRetry=1,asyncTimeout=200");
        patient.IsConnected.ShouldBeFalse();
        await Should.ThrowAsync<RedisConnectionException>(() => patient.GetDatabase().PingAsync());
    }

    [Fact]
    public async Task Fail_fast_does_not_wait_for_the_server()
    {
        var options = ConfigurationOptions.Parse("127.0.0.1:1,abortConnect=false,connectTimeout=500,connectRetry=1");
        options.BacklogPolicy = BacklogPolicy.FailFast;
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(options);
        var since = Stopwatch.GetTimestamp();
        await Should.ThrowAsync<RedisConnectionException>(() => multiplexer.GetDatabase().PingAsync());
        Stopwatch.GetElapsedTime(since).TotalSeconds.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_at_once()
    {
        await using var redis = await RedisProcess.StartAsync();
        var failure = await Should.ThrowAsync<RedisConnectionException>(
            () => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port},password=wrong"));
        failure.FailureType.ShouldBe(ConnectionFailureType.AuthenticationFailure);
        failure.Message.ShouldNotContain("wrong,");
    }

    [Fact]
    public async Task A_queue_hears_a_pattern_in_the_order_of_publishing()
    {
        var subscriber = fixture.Multiplexer.GetSubscriber();
        var prefix = Guid.CreateVersion7().ToString();
        var queue = await subscriber.SubscribeAsync(RedisChannel.Pattern(prefix + ".*"));
        var heard = new ConcurrentQueue<string>();
        queue.OnMessage(message => heard.Enqueue(message.Channel + "=" + message.Message));
        for (var i = 0; i < 100; i++)
        {
            (await subscriber.PublishAsync(RedisChannel.Literal(prefix + ".x"), i)).ShouldBe(1);
        }

        await Probe.UntilAsync(() => heard.Count == 100, "all are heard");
        heard.ShouldBe(Enumerable.Range(0, 100).Select(i => $"{prefix}.x={i}"));
        await queue.UnsubscribeAsync();
        (await subscriber.PublishAsync(RedisChannel.Literal(prefix + ".x"), "late")).ShouldBe(0);
        await queue.Completion.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_connection_string_is_read_as_the_real_client_reads_it()
    {
        var options = ConfigurationOptions.Parse(
            "redis.local:6380,other,password=p=q,user=u,abortConnect=false,ssl=true,connectTimeout=100,syncTimeout=200,asyncTimeout=300,defaultDatabase=3,name=cart,keepAlive=10");

        options.EndPoints.Count.ShouldBe(2);
        options.Password.ShouldBe("p=q");
        (options.User, options.AbortOnConnectFail, options.Ssl).ShouldBe(("u", false, true));
        (options.ConnectTimeout, options.SyncTimeout, options.AsyncTimeout).ShouldBe((100, 200, 300));
        (options.DefaultDatabase, options.ClientName, options.KeepAlive).ShouldBe((3, "cart", 10));
        options.ToString(includePassword: false).ShouldNotContain("p=q");
        Should.Throw<ArgumentException>(() => ConfigurationOptions.Parse("host,nonsense=1"));
    }
}
