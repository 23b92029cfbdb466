using System.Net;

namespace Ecommerce.ProviderSandbox.Stripe.Authentication;

internal static class AuthenticationPage
{
    public static string Ask(AuthenticationCase open) => Frame($"""
        <h1>3-D Secure</h1>
        <p>Payment sandbox: no bank is asked, and no money moves.</p>
        <p>{WebUtility.HtmlEncode(open.Amount is null ? "Save this card" : $"Approve {open.Amount} {open.Currency!.ToUpperInvariant()} (minor units)")}</p>
        <form method="post">
          <input type="hidden" name="client_secret" value="{WebUtility.HtmlEncode(open.ClientSecret)}">
          <button name="outcome" value="success">Approve</button>
          <button name="outcome" value="fail">Decline</button>
        </form>
        """);

    public static string Say(string words) => Frame($"<h1>3-D Secure</h1><p>{WebUtility.HtmlEncode(words)}</p>");

    private static string Frame(string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>3-D Secure (sandbox)</title>
        <style>body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}</style>
        </head>
        <body>{{body}}</body>
        </html>
        """;
}
