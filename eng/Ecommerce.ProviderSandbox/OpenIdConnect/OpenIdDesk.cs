using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>Gives codes for logins, and tokens for codes.</summary>
internal sealed class OpenIdDesk(OpenIdState state, OpenIdSettings settings, TimeProvider clock)
{
    private const int TokenSeconds = 300;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);

    public string Authorize(OpenIdRequest request, OpenIdPerson person)
    {
        var code = new OpenIdCode(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)), request, person, clock.GetUtcNow() + CodeLifetime, IsUsed: false);
        state.Codes.Add(code);
        return code.Code;
    }

    public bool IsClient(string id, string secret) =>
        id.Length > 0 && secret.Length > 0 && (settings.ClientId ?? id) == id && (settings.ClientSecret ?? secret) == secret;

    public bool IsClient(string id) => (settings.ClientId ?? id) == id;

    /// <returns>Null where the code is not good for this client, this address and this verifier, or was used.</returns>
    public WireAnswer? Redeem(string issuer, string clientId, string code, string redirectUri, string verifier)
    {
        var redeemed = state.Codes.Change<OpenIdCode?>(code, found => found is { IsUsed: false } ? (found with { IsUsed = true }, found) : (null, null));
        return redeemed is not null
            && redeemed.ExpiresAt > clock.GetUtcNow()
            && redeemed.Request.ClientId == clientId
            && redeemed.Request.RedirectUri.OriginalString == redirectUri
            && redeemed.Request.CodeChallenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)))
                ? Token(issuer, redeemed)
                : null;
    }

    private WireAnswer Token(string issuer, OpenIdCode code)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var idToken = state.Key.Sign(json =>
        {
            json.WriteStartObject();
            json.WriteString("iss", issuer);
            json.WriteString("sub", code.Person.Subject);
            json.WriteString("aud", code.Request.ClientId);
            json.WriteNumber("iat", now);
            json.WriteNumber("exp", now + TokenSeconds);
            json.WriteString("nonce", code.Request.Nonce);
            json.WriteString("email", code.Person.Email);
            json.WriteBoolean("email_verified", code.Person.IsEmailVerified);
            json.WriteString("name", code.Person.Name);
            json.WriteEndObject();
        });
        return new WireAnswer(200, WireJson.Render(json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));
            json.WriteString("token_type", "Bearer");
            json.WriteNumber("expires_in", TokenSeconds);
            json.WriteString("id_token", idToken);
            json.WriteEndObject();
        }), new KeyValuePair<string, string>("Cache-Control", "no-store"));
    }
}
