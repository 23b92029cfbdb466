using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Ecommerce.GatewayService.Limits;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.GatewayService.Tests;

/// <summary>With a tenth of the usual limits: 30 for an address, 60 for a person, 2 for passwords, 120 for webhooks; in an hour, so that no window ends meanwhile.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}.";
    private readonly List<GatewayReplica> _replicas = [];
    private StubService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StubService.StartAsync(app => app.Map("/{**path}", () => Results.Json(new { })));

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await _service.DisposeAsync();
        await TestBroker.DeleteAsync(_prefix);
    }

    [Fact]
    public async Task Two_replicas_together_let_an_address_through_as_often_as_one_would()
    {
        GatewayReplica[] replicas = [Start(), Start()];
        var answers = await HammerAsync(replicas, 120);

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(30);
        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToArray();
        refused.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        (await refused[0].CodeAsync()).ShouldBe("rate.limited");
    }

    [Fact]
    public async Task A_slow_caller_who_alternates_between_replicas_gets_all_that_it_may()
    {
        GatewayReplica[] replicas = [Start(), Start()];
        using var first = replicas[0].Anonymous();
        using var second = replicas[1].Anonymous();
        for (var i = 0; i < 15; i++)
        {
            (await first.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await second.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await first.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await second.GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task People_are_counted_by_their_account_and_not_by_their_address_or_session()
    {
        GatewayReplica[] replicas = [Start(), Start()];
        var ada = Guid.NewGuid();
        var answers = await HammerAsync(replicas, 200, number => TestTokens.Customer(ada, $"{number}@example.com"));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(60);

        (await replicas[0].With(TestTokens.Customer(Guid.NewGuid())).GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await replicas[0].Anonymous().GetAsync("/api/v1/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Passwords_can_be_tried_seldom_from_one_address_whoever_one_claims_to_be()
    {
        var replica = Start();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add((await replica.With(TestTokens.Customer(Guid.NewGuid())).PostAsync(i % 2 == 0 ? "/api/v1/auth/login" : "/api/v1/auth/password/reset", null)).StatusCode);
        }

        codes.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
        (await replica.Anonymous().GetAsync("/api/v1/auth/verify-email")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await replica.Anonymous().PostAsync("/api/v1/auth/refresh", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Webhooks_do_not_count_with_anything_else()
    {
        var replica = Start();
        await HammerAsync([replica], 40);

        var response = await replica.Anonymous().PostAsync("/webhooks/stripe", null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("RateLimit-Limit").ShouldBe(["120"]);
    }

    [Fact]
    public async Task An_address_that_the_load_balancer_vouches_for_counts_for_itself()
    {
        var replica = Start(("Edge:TrustedProxies:0", "127.0.0.0/8"));
        await HammerAsync([replica], 40, forwardedFor: "203.0.113.7");

        (await SendAsync(replica, forwardedFor: "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(replica, forwardedFor: "203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_network_of_addresses_of_one_line_counts_as_one()
    {
        var replica = Start(("Edge:TrustedProxies:0", "127.0.0.0/8"));
        await HammerAsync([replica], 40, forwardedFor: "2001:db8:1:2::1");

        (await SendAsync(replica, forwardedFor: "2001:db8:1:2:ffff::9")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(replica, forwardedFor: "2001:db8:1:3::1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_gets_more_by_claiming_another_address()
    {
        var replica = Start();
        for (var i = 0; i < 30; i++)
        {
            await SendAsync(replica, forwardedFor: $"203.0.113.{i}");
        }

        (await SendAsync(replica, forwardedFor: "203.0.113.99")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Forged_tokens_count_for_the_address_that_sends_them()
    {
        var replica = Start();
        var answers = await HammerAsync([replica], 60, _ => "forged.token.x");

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(30);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(30);
    }

    [Fact]
    public async Task Every_answer_says_how_the_caller_stands()
    {
        using var client = Start().Anonymous();
        for (var left = 29; left >= 25; left--)
        {
            var headers = (await client.GetAsync("/api/v1/orders")).Headers;
            headers.GetValues("RateLimit-Limit").ShouldBe(["30"]);
            headers.GetValues("RateLimit-Remaining").ShouldBe([$"{left}"]);
            headers.GetValues("RateLimit-Policy").ShouldBe(["30;w=3600"]);
            int.Parse(headers.GetValues("RateLimit-Reset").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 3600);
        }
    }

    [Fact]
    public async Task While_Redis_is_away_each_replica_counts_for_itself_and_together_again_when_it_is_back()
    {
        var (relay, redis) = Relay.To(TestServers.Current.Redis);
        await using var wire = relay;
        GatewayReplica[] replicas = [Start(("ConnectionStrings:redis", redis)), Start(("ConnectionStrings:redis", redis))];
        (await SendAsync(replicas[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(replicas[1])).StatusCode.ShouldBe(HttpStatusCode.OK);

        wire.Cut();
        foreach (var replica in replicas)
        {
            // One of the thirty was used before.
            (await HammerAsync([replica], 60)).Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(29);
        }

        wire.Mend();
        var ada = TestTokens.Customer(Guid.NewGuid());
        await Eventually.HoldsAsync(async () =>
        {
            // What one uses the other sees: only with Redis.
            var before = Remaining(await replicas[0].With(ada).GetAsync("/api/v1/orders"));
            await replicas[1].With(ada).GetAsync("/api/v1/orders");
            return Remaining(await replicas[0].With(ada).GetAsync("/api/v1/orders")) < before - 1;
        }, "the replicas count together again");
    }

    [Fact]
    public async Task A_Redis_that_does_not_answer_holds_nobody_up()
    {
        var (relay, redis) = Relay.To(TestServers.Current.Redis);
        await using var wire = relay;
        var replica = Start(("ConnectionStrings:redis", redis));
        (await SendAsync(replica)).StatusCode.ShouldBe(HttpStatusCode.OK);

        wire.Hang();
        var watch = Stopwatch.StartNew();
        (await HammerAsync([replica], 60)).Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(29);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await replica.Anonymous().GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void What_was_used_becomes_free_little_by_little()
    {
        var window = new SlidingWindow(100, 1000);
        window.Use(10_000, 100);
        window.Free(10_999).ShouldBe(0);
        window.Free(11_000).ShouldBe(0);
        window.Wait(11_000).ShouldBe(10);
        window.Free(11_250).ShouldBe(25);
        window.Use(11_250, 25);
        window.Free(11_250).ShouldBe(0);
        window.Free(11_500).ShouldBe(25);
        window.Free(13_000).ShouldBe(100);
    }

    [Theory]
    [InlineData(10_000, 100)]
    [InlineData(10_700, 1)]
    [InlineData(10_700, 30)]
    public void Whoever_waits_as_long_as_told_finds_one_free(long now, int permits)
    {
        var window = new SlidingWindow(permits, 1000);
        window.Use(now, permits);
        var wait = window.Wait(now);
        window.Free(now + wait - 1).ShouldBe(0);
        window.Free(now + wait).ShouldBe(1);
    }

    private GatewayReplica Start(params (string Key, string Value)[] settings)
    {
        var replica = GatewayReplica.Start(_prefix, true,
        [
            ("RateLimits:Factor", "0.1"), ("RateLimits:Window", "01:00:00"), ("services:order-service:http:0", _service.Address.ToString()),
            ("services:auth-service:http:0", _service.Address.ToString()), ("services:payment-service:http:0", _service.Address.ToString()), .. settings,
        ]);
        _replicas.Add(replica);
        return replica;
    }

    private static async Task<IReadOnlyCollection<HttpResponseMessage>> HammerAsync(
        GatewayReplica[] replicas, int requests, Func<int, string>? token = null, string? forwardedFor = null)
    {
        var answers = new ConcurrentBag<HttpResponseMessage>();
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (number, _) =>
            answers.Add(await SendAsync(replicas[number % replicas.Length], token?.Invoke(number), forwardedFor)));
        return answers;
    }

    private static Task<HttpResponseMessage> SendAsync(GatewayReplica replica, string? token = null, string? forwardedFor = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/orders");
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return (token is null ? replica.Anonymous() : replica.With(token)).SendAsync(request);
    }

    private static int Remaining(HttpResponseMessage response) =>
        int.Parse(response.Headers.GetValues("RateLimit-Remaining").Single(), System.Globalization.CultureInfo.InvariantCulture);
}
