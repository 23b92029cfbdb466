using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.AuthService.Application.ExternalLogin;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Infrastructure.ExternalLogin;

/// <summary>Any OpenID Connect provider (OpenID Connect Core 1.0 section 3.1, RFC 7636, RFC 9700).</summary>
internal sealed partial class OpenIdProviders(IHttpClientFactory clients, IOptions<ExternalLoginOptions> options, ILogger<OpenIdProviders> logger) : IExternalProviders
{
    public const string Client = "external-login";
    private const int LongestSubject = 255;

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };
    private static readonly string[] Algorithms = ["RS256", "PS256", "ES256", "RS384", "ES384", "RS512", "ES512"];

    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _configurations = new(StringComparer.Ordinal);

    public IReadOnlyList<ExternalProvider> All =>
        [.. options.Value.Providers.Select(pair => new ExternalProvider(pair.Key, pair.Value.DisplayName.Length > 0 ? pair.Value.DisplayName : pair.Key))];

    public async Task<Uri> AuthorizationUrlAsync(string provider, FlowSecrets secrets, CancellationToken cancellationToken)
    {
        var settings = options.Value.Providers[provider];
        var configuration = await ConfigurationAsync(provider, cancellationToken);
        return new Uri(QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint!, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = options.Value.RedirectUri,
            ["scope"] = settings.Scope,
            ["state"] = secrets.State,
            ["nonce"] = secrets.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(secrets.Verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    public async Task<Result<ExternalPerson>> RedeemAsync(string provider, string code, FlowSecrets secrets, CancellationToken cancellationToken)
    {
        var settings = options.Value.Providers[provider];
        var configuration = await ConfigurationAsync(provider, cancellationToken);
        if (await ExchangeAsync(settings, configuration, code, secrets.Verifier, cancellationToken) is not { } idToken)
        {
            return AccountErrors.ExternalRefused;
        }

        var validated = await ValidateAsync(idToken, settings, configuration);
        if (validated.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has changed its keys.
            _configurations[provider].RequestRefresh();
            configuration = await ConfigurationAsync(provider, cancellationToken);
            validated = await ValidateAsync(idToken, settings, configuration);
        }

        var token = validated.IsValid ? (JsonWebToken)validated.SecurityToken : null;
        if ((token is null ? validated.Exception.GetType().Name : Fault(token, settings, secrets)) is { } fault)
        {
            LogRefused(provider, fault);
            return AccountErrors.ExternalRefused;
        }

        return new ExternalPerson(token!.Issuer, token.Subject, Claim(token, "email"), Claim(token, "email_verified") == "true", Claim(token, "name"), Claim(token, "locale"));
    }

    // OpenID Connect Core 1.0 sections 2 and 3.1.3.7.
    private static string? Fault(JsonWebToken token, ExternalProviderOptions settings, FlowSecrets secrets) =>
        Claim(token, "nonce") != secrets.Nonce ? "nonce"
        : token.Subject is not { Length: > 0 and <= LongestSubject } ? "subject"
        : (Claim(token, "azp") ?? (token.Audiences.Count() == 1 ? settings.ClientId : null)) != settings.ClientId ? "authorized party"
        : null;

    private static Task<TokenValidationResult> ValidateAsync(string idToken, ExternalProviderOptions settings, OpenIdConnectConfiguration configuration) =>
        Tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = settings.ClientId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = configuration.SigningKeys,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        });

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;

    private async Task<string?> ExchangeAsync(
        ExternalProviderOptions settings, OpenIdConnectConfiguration configuration, string code, string verifier, CancellationToken cancellationToken)
    {
        // Once: a code is good for one exchange, and a second try would have the provider revoke the first.
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Credentials(settings)) },
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", options.Value.RedirectUri), new("code_verifier", verifier),
            ]),
        };
        using var response = await client.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode >= 500)
        {
            throw new ServiceUnavailableException("The external provider failed.");
        }

        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return body.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 6749 section 2.3.1: form-encoded first.
    private static string Credentials(ExternalProviderOptions settings) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}"));

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync(string provider, CancellationToken cancellationToken)
    {
        var manager = _configurations.GetOrAdd(provider, name =>
        {
            var authority = options.Value.Providers[name].Authority.TrimEnd('/');
            return new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{authority}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(clients.CreateClient(Client)) { RequireHttps = !new Uri(authority).IsLoopback });
        });
        try
        {
            return await manager.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            throw new ServiceUnavailableException("The external provider is away.", exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The token of the external provider {Provider} was refused: {Reason}.")]
    private partial void LogRefused(string provider, string reason);
}
