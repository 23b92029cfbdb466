using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecommerce.AuthService.Tests.Fixture;

/// <summary>Someone who is logged in.</summary>
public sealed record Person(AuthServiceFixture Service, string Email, string AccessToken, string RefreshToken, string? DeviceToken)
{
    public HttpClient Client => Service.With(AccessToken);

    public JsonWebToken Token => new(AccessToken);

    public Guid Id => Guid.Parse(Token.Subject);

    public Guid SessionId => Guid.Parse(Token.GetClaim("sid").Value);

    public static Person Of(AuthServiceFixture service, string email, JsonElement pair) => new(
        service, email, pair.GetProperty("accessToken").GetString()!, pair.GetProperty("refreshToken").GetString()!,
        pair.TryGetProperty("deviceToken", out var device) ? device.GetString() : null);

    /// <summary>The types of their security events, newest first.</summary>
    public async Task<IReadOnlyList<string>> SecurityEventsAsync() =>
        [.. (await (await Client.GetAsync("/api/v1/auth/security-events?limit=100")).JsonAsync()).GetProperty("items").EnumerateArray().Select(line => line.GetProperty("type").GetString()!)];

    public async Task<IReadOnlyList<JsonElement>> ListAsync(string what) =>
        [.. (await (await Client.GetAsync($"/api/v1/auth/{what}")).JsonAsync()).GetProperty("items").EnumerateArray()];

    /// <summary>Makes the last proof an old one.</summary>
    public Task<Guid> AgeProofAsync() =>
        Service.ScalarAsync<Guid>($"UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE id = '{SessionId}' RETURNING id");
}
