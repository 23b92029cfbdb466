using System.Text.Encodings.Web;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>Where a person says who they are.</summary>
internal static class OpenIdPage
{
    private static readonly string[] Passed = ["response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method"];

    public static string Html(Func<string, string> parameter)
    {
        var hidden = string.Concat(Passed.Select(name => $"<input type=\"hidden\" name=\"{name}\" value=\"{HtmlEncoder.Default.Encode(parameter(name))}\">"));
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Sandbox login</title></head>
            <body><h1>Sandbox login</h1>
            <p>This is no real provider: be whoever you like.</p>
            <form method="post" action="/openid/authorize">{hidden}
            <p><label>Email <input name="email" type="email" required value="{HtmlEncoder.Default.Encode(parameter("login_hint"))}"></label></p>
            <p><label>Name <input name="name" value="Ada Lovelace"></label></p>
            <p><label><input name="email_verified" type="checkbox" value="true" checked> the address is verified</label></p>
            <p><button name="action" value="allow">Log in</button> <button name="action" value="deny">Cancel</button></p>
            </form></body></html>
            """;
    }
}
