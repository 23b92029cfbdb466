using Ecommerce.AuthService.Application;
using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Api;

internal static class DiscoveryEndpoints
{
    public static void MapDiscoveryEndpoints(this IEndpointRouteBuilder app)
    {
        var wellKnown = app.MapGroup("/.well-known").WithTags("Discovery").AllowAnonymous();
        wellKnown.MapGet("/openid-configuration", GetConfiguration).WithName("GetOpenIdConfiguration").WithSummary("Where everything is (OpenID Connect Discovery 1.0).");
        wellKnown.MapGet("/jwks.json", GetKeys).WithName("GetSigningKeys").WithSummary("The public keys that tokens are checked with (RFC 7517).");
    }

    private static Ok<Dictionary<string, object>> GetConfiguration(HttpRequest request, IOptions<AuthenticationSettings> settings)
    {
        // Services ask here, everybody else through the gateway; each gets an address that they can reach.
        var host = request.Headers["X-Forwarded-Host"].ToString() is { Length: > 0 } outside ? outside : request.Host.Value;
        var scheme = request.Headers["X-Forwarded-Proto"].ToString() is { Length: > 0 } outer ? outer : request.Scheme;
        var root = $"{scheme}://{host}";
        return TypedResults.Ok(new Dictionary<string, object>
        {
            ["issuer"] = settings.Value.Issuer,
            ["jwks_uri"] = $"{root}/.well-known/jwks.json",
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
            ["grant_types_supported"] = new[] { "client_credentials", "refresh_token" },
        });
    }

    private static Ok<Dictionary<string, IReadOnlyList<PublicKey>>> GetKeys(IPublicKeys keys, HttpResponse response)
    {
        // Far less than a new key is published before it signs.
        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new Dictionary<string, IReadOnlyList<PublicKey>> { ["keys"] = keys.All });
    }
}
