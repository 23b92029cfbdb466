using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Tests;

[Collection(Rotates)]
public sealed class KeyRotationTests(AuthServiceFixture service)
{
    /// <summary>Tests that rotate keys, one after the other: of two rotations at a time one is refused.</summary>
    public const string Rotates = "rotates keys";

    private const int Enough = 50;

    private readonly ConcurrentBag<string> _failures = [];
    private readonly ConcurrentDictionary<string, int> _tokensByKey = new();
    private volatile JsonWebKeySet _cached = new();
    private int _calls;

    [Fact]
    public async Task Under_load_on_two_replicas_no_request_fails_while_the_key_changes()
    {
        await using var second = service.Factory.WithWebHostBuilder(_ => { });
        second.UseKestrel(0);
        second.StartServer();
        HttpClient[] replicas = [service.Anonymous(), second.CreateClient()];

        // A key that another test published would begin to sign in the middle of this one.
        await NoKeyWaitsAsync(await service.StaffAsync("admin"));
        var admin = await service.StaffAsync("admin");
        var old = await SigningKeyAsync(admin);

        using var done = new CancellationTokenSource();
        await RefreshCacheAsync();
        var cache = KeepCacheAsync(done.Token);
        var load = new List<Task>();
        for (var i = 0; i < 4; i++)
        {
            var person = await service.PersonAsync();
            load.Add(LoadAsync(replicas, person.RefreshToken, i, done.Token));
        }

        await Eventually.HoldsAsync(() => Task.FromResult(_tokensByKey.GetValueOrDefault(old) > Enough), "the load runs");
        var next = await RotateAsync(admin);
        (await (await admin.Client.PostAsync("/api/v1/auth/signing-keys/rotate", null)).CodeAsync()).ShouldBe("auth.rotation_pending");
        await Eventually.HoldsAsync(() => Task.FromResult(_tokensByKey.GetValueOrDefault(next) > Enough), "the new key signs");
        await done.CancelAsync();
        await Task.WhenAll([cache, .. load]);

        _failures.Distinct().ShouldBeEmpty($"{_failures.Count} of {_calls} calls failed");
        _tokensByKey.Keys.ShouldBe([old, next], ignoreOrder: true);
        TestContext.Current.TestOutputHelper?.WriteLine($"{_calls} calls, {_failures.Count} failed; tokens by key: {string.Join(", ", _tokensByKey)}");
        admin.Token.Kid.ShouldBe(old);
        (await admin.Client.GetAsync("/api/v1/auth/signing-keys")).StatusCode.ShouldBe(HttpStatusCode.OK, "tokens of the old key are good until they expire");
        (await admin.SecurityEventsAsync()).ShouldContain("signingKeyRotated");
    }

    [Fact]
    public async Task Replicas_that_rotate_together_make_one_key()
    {
        var admin = await service.StaffAsync("admin");
        await RotateAsync(admin);
        await NoKeyWaitsAsync(admin);

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => admin.Client.PostAsync("/api/v1/auth/signing-keys/rotate", null)));
        responses.ShouldContain(response => response.StatusCode == HttpStatusCode.Accepted);

        // However slow the machine: no key is made while another waits its two seconds.
        (await service.ScalarAsync<long>(
            "SELECT count(*) FROM (SELECT signs_from - lag(signs_from) OVER (ORDER BY signs_from) AS gap FROM signing_keys) gaps WHERE gap < interval '2 seconds'")).ShouldBe(0);
    }

    private static Task NoKeyWaitsAsync(Person admin) => Eventually.HoldsAsync(
        async () => (await KeysAsync(admin)).All(key => key.GetProperty("state").GetString() != "published"), "no key waits");

    [Fact]
    public async Task Rotation_asks_for_an_admin_and_a_recent_proof()
    {
        var admin = await service.StaffAsync("admin");
        await admin.AgeProofAsync();
        (await (await admin.Client.PostAsync("/api/v1/auth/signing-keys/rotate", null)).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await service.StaffAsync("support")).Client.PostAsync("/api/v1/auth/signing-keys/rotate", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IReadOnlyList<JsonElement>> KeysAsync(Person admin) =>
        [.. (await (await admin.Client.GetAsync("/api/v1/auth/signing-keys")).JsonAsync()).EnumerateArray()];

    private static async Task<string> SigningKeyAsync(Person admin) =>
        (await Eventually.GetAsync(() => KeysAsync(admin), keys => keys.All(key => key.GetProperty("state").GetString() != "published"), "no key waits"))
        .Single(key => key.GetProperty("state").GetString() == "signing").GetProperty("id").GetString()!;

    private static async Task<string> RotateAsync(Person admin)
    {
        string? id = null;
        await Eventually.HoldsAsync(async () =>
        {
            var response = await admin.Client.PostAsync("/api/v1/auth/signing-keys/rotate", null);
            id = response.StatusCode == HttpStatusCode.Accepted ? (await response.JsonAsync()).GetProperty("id").GetString() : null;
            return id is not null;
        }, "a rotation is accepted");
        return id!;
    }

    // Gets tokens from one replica and uses them at the other, and checks them as a service does that keeps the keys for a while.
    private async Task LoadAsync(HttpClient[] replicas, string refreshToken, int number, CancellationToken done)
    {
        for (var i = number; !done.IsCancellationRequested; i++)
        {
            var refreshed = await replicas[i % 2].PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken }, CancellationToken.None);
            Count(refreshed, "refresh");
            if (!refreshed.IsSuccessStatusCode)
            {
                return;
            }

            var pair = await refreshed.JsonAsync();
            refreshToken = pair.GetProperty("refreshToken").GetString()!;
            var token = pair.GetProperty("accessToken").GetString()!;
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/mfa") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            Count(await replicas[(i + 1) % 2].SendAsync(request, CancellationToken.None), "call");
            var validated = await new JsonWebTokenHandler().ValidateTokenAsync(
                token, new TokenValidationParameters { ValidIssuer = "ecommerce", ValidAudience = "ecommerce", IssuerSigningKeys = _cached.GetSigningKeys() });
            if (!validated.IsValid)
            {
                _failures.Add("a service with cached keys refused a token");
            }

            _tokensByKey.AddOrUpdate(new JsonWebToken(token).Kid, 1, (_, count) => count + 1);
        }
    }

    private void Count(HttpResponseMessage response, string what)
    {
        Interlocked.Increment(ref _calls);
        if (!response.IsSuccessStatusCode)
        {
            _failures.Add($"{what}: {(int)response.StatusCode}");
        }
    }

    // A third of the time for which a key is published before it signs, as with the services: five minutes of fifteen.
    private async Task KeepCacheAsync(CancellationToken done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(700));
        while (!done.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            await RefreshCacheAsync();
        }
    }

    private async Task RefreshCacheAsync() => _cached = new JsonWebKeySet(await service.Anonymous().GetStringAsync("/.well-known/jwks.json"));
}
