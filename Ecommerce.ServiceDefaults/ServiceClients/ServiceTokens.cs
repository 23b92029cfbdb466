using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>This service's client-credentials token, fetched once and again shortly before it expires.</summary>
internal sealed class ServiceTokens(IHttpClientFactory clients, IOptions<ServiceAuthenticationSettings> settings, TimeProvider clock) : IDisposable
{
    public const string Client = "service-tokens";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Issued? _token;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_token is { } token && token.RefreshAt > clock.GetUtcNow())
        {
            return token.Value;
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } fresh && fresh.RefreshAt > clock.GetUtcNow())
            {
                return fresh.Value;
            }

            return (_token = await FetchAsync(cancellationToken)).Value;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Drops a token that a service refused.</summary>
    public void Forget(string value)
    {
        if (_token?.Value == value)
        {
            _token = null;
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<Issued> FetchAsync(CancellationToken cancellationToken)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Value.ClientId}:{settings.Value.ClientSecret}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Value.TokenEndpoint)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken) ?? throw new HttpRequestException("The token answer is empty.");
        return new Issued(answer.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin);
    }

    private sealed record Issued(string Value, DateTimeOffset RefreshAt);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
