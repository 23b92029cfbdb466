using System.Security.Cryptography;
using System.Text;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>Discovery, keys, the login page and the token endpoint.</summary>
internal sealed class OpenIdEndpoints(OpenIdState state, OpenIdSettings settings, OpenIdDesk desk)
{
    public void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/openid/.well-known/openid-configuration", context => Discovery(settings.Issuer(context.Request)).WriteAsync(context));
        group.MapGet("/openid/jwks", context => new WireAnswer(200, state.Key.Set()).WriteAsync(context));
        group.MapGet("/openid/authorize", ShowAsync);
        group.MapPost("/openid/authorize", AuthorizeAsync);
        group.MapPost("/openid/token", TokenAsync);
    }

    public static WireAnswer Problem(int status, string error) => new(status, WireJson.Render(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteEndObject();
    }));

    private static WireAnswer Discovery(string issuer) => new(200, WireJson.Render(json =>
    {
        json.WriteStartObject();
        json.WriteString("issuer", issuer);
        json.WriteString("authorization_endpoint", $"{issuer}/authorize");
        json.WriteString("token_endpoint", $"{issuer}/token");
        json.WriteString("jwks_uri", $"{issuer}/jwks");
        foreach (var (name, value) in new[]
        {
            ("response_types_supported", "code"), ("subject_types_supported", "public"), ("id_token_signing_alg_values_supported", "ES256"),
            ("token_endpoint_auth_methods_supported", "client_secret_basic"), ("code_challenge_methods_supported", "S256"),
        })
        {
            json.WriteStartArray(name);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }));

    private Task ShowAsync(HttpContext context)
    {
        string Parameter(string name) => context.Request.Query[name].ToString();
        if (OpenIdRequest.Read(Parameter) is not { } request || !desk.IsClient(request.ClientId))
        {
            return Problem(400, "invalid_request").WriteAsync(context);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(OpenIdPage.Html(Parameter));
    }

    private async Task AuthorizeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (OpenIdRequest.Read(name => form[name].ToString()) is not { } request || !desk.IsClient(request.ClientId) || form["email"].ToString().Length is 0 or > 254)
        {
            await Problem(400, "invalid_request").WriteAsync(context);
            return;
        }

        var email = form["email"].ToString();
        var answer = form["action"] == "deny"
            ? "error=access_denied"
            : $"code={desk.Authorize(request, new OpenIdPerson(SubjectOf(form["sub"].ToString(), email), email, form["email_verified"] == "true", form["name"].ToString()))}";
        var separator = request.RedirectUri.Query.Length == 0 ? '?' : '&';
        context.Response.Redirect($"{request.RedirectUri.OriginalString}{separator}{answer}&state={Uri.EscapeDataString(request.State)}");
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var (id, secret) = Credentials(context.Request.Headers.Authorization.ToString());
        var answer = !desk.IsClient(id, secret) ? Problem(401, "invalid_client")
            : form["grant_type"] != "authorization_code" ? Problem(400, "unsupported_grant_type")
            : desk.Redeem(settings.Issuer(context.Request), id, form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString())
                ?? Problem(400, "invalid_grant");
        await answer.WriteAsync(context);
    }

    // The same person each time, unless the page says another.
    private static string SubjectOf(string given, string email) =>
        given.Length > 0 ? given : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToLowerInvariant())).AsSpan(0, 10));

    private static (string Id, string Secret) Credentials(string header)
    {
        var bytes = new byte[header.Length];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..], bytes, out var length))
        {
            return ("", "");
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : ("", "");
    }
}
