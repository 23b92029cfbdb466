namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>An authentication request (OpenID Connect Core 1.0 section 3.1.2.1) with its code challenge (RFC 7636).</summary>
internal sealed record OpenIdRequest(string ClientId, Uri RedirectUri, string State, string Nonce, string CodeChallenge)
{
    /// <returns>Null where something is missing or not supported.</returns>
    public static OpenIdRequest? Read(Func<string, string> parameter) =>
        parameter("response_type") == "code"
        && parameter("code_challenge_method") == "S256"
        && parameter("scope").Split(' ').Contains("openid")
        && parameter("client_id").Length > 0
        && parameter("code_challenge").Length > 0
        && Uri.TryCreate(parameter("redirect_uri"), UriKind.Absolute, out var redirect)
        && (redirect.Scheme == Uri.UriSchemeHttps || redirect.Scheme == Uri.UriSchemeHttp)
            ? new OpenIdRequest(parameter("client_id"), redirect, parameter("state"), parameter("nonce"), parameter("code_challenge"))
            : null;
}
