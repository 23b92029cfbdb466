using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Ecommerce.GatewayService.Tests;

/// <summary>Two replicas before one product-service, whose answer is <see cref="_content"/> and who is asking.</summary>
public sealed class CacheTests : IAsyncLifetime
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}.";
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly List<GatewayReplica> _replicas = [];
    private readonly (Relay Relay, string Connection) _redis = Relay.To(TestServers.Current.Redis);
    private readonly (Relay Relay, string Connection) _broker = Relay.To(TestServers.Current.Messaging);
    private volatile string _content = "old";
    private volatile TaskCompletionSource? _gate;
    private Action<HttpResponse> _also = _ => { };
    private StubService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await StubService.StartAsync(app => app.Map("/{**path}", AnswerAsync));
        _replicas.Add(Start());
        _replicas.Add(Start());
        await ListeningAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await _redis.Relay.DisposeAsync();
        await _broker.Relay.DisposeAsync();
        await _service.DisposeAsync();
        await TestBroker.DeleteAsync(_prefix);
    }

    [Fact]
    public async Task What_one_replica_was_told_nobody_asks_for_again()
    {
        foreach (var replica in _replicas.Concat(_replicas))
        {
            var response = await replica.Visitor().GetAsync("/api/v1/products?q=tent");
            (await response.Content.ReadAsStringAsync()).ShouldBe("old for nobody");
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
            response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        }

        _asked.Count.ShouldBe(1);
        (await _replicas[0].Visitor().GetAsync("/api/v1/products?q=stove")).Headers.GetValues("Cache-Status").ShouldBe(["gateway; fwd=miss; stored"]);
        (await _replicas[0].Visitor().GetAsync("/api/v1/products?q=stove")).Headers.GetValues("Cache-Status").ShouldBe(["gateway; hit"]);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so_from_the_first_time_on()
    {
        using var client = _replicas[0].Visitor();
        var tag = (await client.GetAsync("/api/v1/products/tent")).Headers.ETag!;
        foreach (var condition in (string[])[tag.Tag, "W/" + tag.Tag, $"\"other\", {tag.Tag}", "*"])
        {
            var response = await SendAsync(client, HttpMethod.Get, ("If-None-Match", condition));
            response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            response.Headers.ETag.ShouldBe(tag);
            (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }

        (await SendAsync(client, HttpMethod.Get, ("If-None-Match", "\"other\""))).StatusCode.ShouldBe(HttpStatusCode.OK);

        // And where the gateway has to ask first.
        await PublishAsync("product.changed.v1");
        await Eventually.HoldsAsync(async () =>
        {
            var response = await SendAsync(client, HttpMethod.Get, ("If-None-Match", tag.Tag));
            response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            return _asked.Count == 2;
        }, "the service is asked again");
    }

    [Fact]
    public async Task A_head_is_answered_from_what_is_kept_and_keeps_nothing()
    {
        using var client = _replicas[0].Visitor();
        await SendAsync(client, HttpMethod.Head);
        var whole = await client.GetAsync("/api/v1/products/tent");
        whole.Headers.GetValues("Cache-Status").ShouldBe(["gateway; fwd=miss; stored"]);

        var head = await SendAsync(client, HttpMethod.Head);
        head.Headers.ETag.ShouldBe(whole.Headers.ETag);
        head.Content.Headers.ContentLength.ShouldBe(whole.Content.Headers.ContentLength);
        _asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Cookie")]
    [InlineData("Cart-Token")]
    public async Task Nobody_gets_the_answer_to_another_nor_another_the_answer_to_nobody(string header)
    {
        using var client = _replicas[0].Visitor();
        var ada = header == "Authorization" ? $"Bearer {TestTokens.Customer(Guid.NewGuid())}" : "ada=1";
        var bob = header == "Authorization" ? $"Bearer {TestTokens.Customer(Guid.NewGuid())}" : "bob=1";
        for (var i = 0; i < 2; i++)
        {
            (await TextAsync(client)).ShouldBe("old for nobody");
            (await TextAsync(client, (header, ada))).ShouldBe($"old for {ada}");
            (await TextAsync(client, (header, bob))).ShouldBe($"old for {bob}");
        }

        (await TextAsync(_replicas[1].Visitor())).ShouldBe("old for nobody");
        _asked.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_asked_differently_is_kept_apart()
    {
        _content = "";
        using var client = _replicas[0].Visitor();
        string[] targets = ["/api/v1/products/tent", "/api/v1/products/tent?currency=EUR", "/api/v1/products/tent%3Fcurrency=EUR", "/api/v1/products/TENT", "/api/v1/products/tent?currency=eur", "/api/v1/products"];
        foreach (var target in targets.Concat(targets))
        {
            (await client.GetStringAsync(target)).ShouldBe($"{target} for nobody");
        }

        _asked.Count.ShouldBe(targets.Length);

        // Links are made of the host.
        (await SendAsync(client, HttpMethod.Get, ("Host", "evil.example"))).Headers.GetValues("Cache-Status").ShouldBe(["gateway; fwd=miss; stored"]);
    }

    [Theory]
    [InlineData("Set-Cookie", "session=1")]
    [InlineData("Cache-Control", "private")]
    [InlineData("Cache-Control", "max-age=0, no-store")]
    [InlineData("Vary", "Accept-Language")]
    [InlineData("Content-Encoding", "br")]
    [InlineData(":status", "404")]
    [InlineData(":status", "500")]
    public async Task What_the_service_does_not_mean_for_everybody_is_not_kept(string header, string value)
    {
        _also = response =>
        {
            if (header == ":status")
            {
                response.StatusCode = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[header] = value;
            }
        };
        for (var i = 0; i < 2; i++)
        {
            using var client = _replicas[0].Visitor();
            var response = await client.GetAsync("/api/v1/products/tent");
            (await response.Content.ReadAsStringAsync()).ShouldBe("old for nobody");
            response.Headers.Contains("Cache-Status").ShouldBeFalse();
        }

        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_not_kept()
    {
        _also = response =>
        {
            response.ContentLength = 1000;
            response.OnCompleted(() => Task.CompletedTask);
        };
        using var client = _replicas[0].Visitor();
        await Should.ThrowAsync<HttpRequestException>(async () => (await client.GetAsync("/api/v1/products/tent")).EnsureSuccessStatusCode());

        _also = _ => { };
        (await TextAsync(client)).ShouldBe("old for nobody");
    }

    [Fact]
    public async Task An_answer_that_is_too_large_to_keep_passes_whole()
    {
        _content = new string('x', 3 << 20);
        using var client = _replicas[0].Visitor();
        (await TextAsync(client)).Length.ShouldBeGreaterThan(3 << 20);
        (await TextAsync(client)).Length.ShouldBeGreaterThan(3 << 20);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_hundred_who_want_the_same_one_asks()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var reads = Enumerable.Range(0, 100).Select(_ => TextAsync(_replicas[0].Visitor())).ToArray();
        await Eventually.HoldsAsync(() => Task.FromResult(!_asked.IsEmpty), "one asks");
        _gate.SetResult();

        (await Task.WhenAll(reads)).ShouldAllBe(text => text == "old for nobody");
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_one_who_asked_goes_away_the_others_get_their_answer()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leaving = new CancellationTokenSource();
        var first = _replicas[0].Visitor().GetAsync("/api/v1/products/tent", leaving.Token);
        await Eventually.HoldsAsync(() => Task.FromResult(_asked.Count == 1), "the first asks");
        var others = Enumerable.Range(0, 10).Select(_ => TextAsync(_replicas[0].Visitor())).ToArray();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await Eventually.HoldsAsync(() => Task.FromResult(_asked.Count > 1), "another one asks");
        _gate.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(text => text == "old for nobody");
    }

    [Theory]
    [InlineData("product.changed.v1")]
    [InlineData("product.stock_replenished.v1")]
    [InlineData("product.something_new.v7")]
    public async Task A_change_is_seen_on_each_replica_within_a_second(string type)
    {
        foreach (var replica in _replicas)
        {
            await TextAsync(replica.Visitor());
        }

        _content = "new";
        await PublishAsync(type);
        foreach (var replica in _replicas)
        {
            await Eventually.HoldsAsync(async () => await TextAsync(replica.Visitor()) == "new for nobody", "the new answer", TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task An_answer_that_was_made_before_a_change_and_comes_after_it_is_not_kept()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = TextAsync(_replicas[0].Visitor());
        await Eventually.HoldsAsync(() => Task.FromResult(!_asked.IsEmpty), "the service is asked");

        _content = "new";
        var edition = await EditionAsync();
        await PublishAsync("product.changed.v1");
        await Eventually.HoldsAsync(async () => await EditionAsync() == edition + _replicas.Count, "both replicas have heard");
        _gate.SetResult();
        _gate = null;

        (await late).ShouldBe("old for nobody");
        (await TextAsync(_replicas[0].Visitor())).ShouldBe("new for nobody");
        (await TextAsync(_replicas[1].Visitor())).ShouldBe("new for nobody");
    }

    [Fact]
    public async Task While_Redis_is_away_each_replica_keeps_its_own_and_a_change_is_seen_all_the_same()
    {
        foreach (var replica in _replicas)
        {
            await TextAsync(replica.Visitor());
        }

        _redis.Relay.Cut();
        foreach (var replica in _replicas.Concat(_replicas))
        {
            (await TextAsync(replica.Visitor(), "/api/v1/products?q=stove")).ShouldBe("old for nobody");
        }

        _asked.Count.ShouldBe(3);
        _content = "new";
        await PublishAsync("product.changed.v1");
        foreach (var replica in _replicas)
        {
            await Eventually.HoldsAsync(async () => await TextAsync(replica.Visitor()) == "new for nobody", "the new answer", TimeSpan.FromSeconds(1));
        }

        // What Redis still has of before is not brought back with it.
        _redis.Relay.Mend();
        var edition = await EditionAsync();
        await Eventually.HoldsAsync(async () => await EditionAsync() >= edition + 1, "Redis is back");
        foreach (var replica in _replicas.Concat(_replicas))
        {
            (await TextAsync(replica.Visitor())).ShouldBe("new for nobody");
        }
    }

    [Fact]
    public async Task While_the_broker_is_away_an_answer_is_kept_for_a_second_only()
    {
        await TextAsync(_replicas[0].Visitor());
        _broker.Relay.Cut();
        _content = "new";
        await Eventually.HoldsAsync(async () => await TextAsync(_replicas[0].Visitor()) == "new for nobody", "the new answer", TimeSpan.FromSeconds(3));

        _broker.Relay.Mend();
        await ListeningAsync();
    }

    [Fact]
    public async Task A_hit_is_quick()
    {
        using var client = _replicas[0].Visitor();
        await TextAsync(client);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            await TextAsync(client);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        _asked.Count.ShouldBe(1);
    }

    private GatewayReplica Start() => GatewayReplica.Start(_prefix, true,
    [
        ("ConnectionStrings:redis", _redis.Connection), ("ConnectionStrings:messaging", _broker.Connection), ("services:product-service:http:0", _service.Address.ToString()),
    ]);

    private async Task AnswerAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var who = http.Request.Headers.Authorization.Concat(http.Request.Headers.Cookie).Concat(http.Request.Headers["Cart-Token"]).SingleOrDefault() ?? "nobody";
        var content = _content.Length == 0 ? target : _content;
        _asked.Enqueue(target);
        http.Response.ContentType = "text/plain";
        http.Response.Headers.ETag = "\"1\"";
        _also(http.Response);
        if (_gate is { } gate)
        {
            await gate.Task.WaitAsync(http.RequestAborted);
        }

        await http.Response.WriteAsync($"{content} for {who}");
    }

    private static Task<string> TextAsync(HttpClient client, string target = "/api/v1/products/tent") => client.GetStringAsync(target);

    private static async Task<string> TextAsync(HttpClient client, (string Name, string Value) header) =>
        await (await SendAsync(client, HttpMethod.Get, header)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/api/v1/products/tent");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return client.SendAsync(request);
    }

    private async Task ListeningAsync()
    {
        foreach (var replica in _replicas)
        {
            await Eventually.HoldsAsync(() => Task.FromResult(replica.Hears), "the replica listens");
        }

        _asked.Clear();
    }

    private async Task<long> EditionAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(TestServers.Current.Redis);
        return (long)await redis.GetDatabase().StringGetAsync(_prefix + "cache:edition");
    }

    private async Task PublishAsync(string type)
    {
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync(_prefix + "ecommerce.events", type, "{}"u8.ToArray());
    }
}
