using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Authentication;

/// <summary>The bank's page for people, and the same decision for tests.</summary>
internal sealed class AuthenticationEndpoints(StripeAuthenticator authenticator) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/stripe/3ds/{id}", ShowAsync);
        routes.MapPost("/sandbox/stripe/3ds/{id}", DecideAsync);
        routes.MapPost("/sandbox/stripe/payment_intents/{id}/authenticate", AuthenticateAsync);
        routes.MapPost("/sandbox/stripe/setup_intents/{id}/authenticate", AuthenticateAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var found = Find(context, context.Request.Query["client_secret"].ToString());
        return found switch
        {
            null => HtmlAsync(context, 404, AuthenticationPage.Say("There is no such authentication.")),
            { IsOpen: false } => HtmlAsync(context, 200, AuthenticationPage.Say("Nothing is waiting for an authentication here.")),
            _ => HtmlAsync(context, 200, AuthenticationPage.Ask(found)),
        };
    }

    private async Task DecideAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var approved = form["outcome"] == "success";
        if (Find(context, form["client_secret"].ToString()) is not { } found)
        {
            await HtmlAsync(context, 404, AuthenticationPage.Say("There is no such authentication."));
            return;
        }

        var done = authenticator.Decide(found.Id, approved) is { Status: 200 or 402 };
        if (done && found.Return(approved && authenticator.Find(found.Id)?.Status is "succeeded" or "requires_capture") is { } url)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = url;
            return;
        }

        await HtmlAsync(context, done ? 200 : 409, AuthenticationPage.Say(done ? "Done; you can close this page." : "Nothing is waiting for an authentication here."));
    }

    private async Task AuthenticateAsync(HttpContext context)
    {
        var body = await BodyReader.ReadAsync(context.Request, 10_000) ?? [];
        if (Outcome(body) is not { } approved)
        {
            await Problem(400, "outcome must be success or fail").WriteAsync(context);
            return;
        }

        var id = (string)context.Request.RouteValues["id"]!;
        var answer = authenticator.Decide(id, approved);
        var reply = answer switch
        {
            null => Problem(404, "no such intent"),
            { Status: 400 } => new WireAnswer(409, Render(answer.Body)),
            _ => new WireAnswer(200, Render(answer.Body is StripeError { PaymentIntent: { } intent } ? intent : answer.Body)),
        };
        await reply.WriteAsync(context);
    }

    /// <summary>The page is open to anyone who has the link, and only to them.</summary>
    private AuthenticationCase? Find(HttpContext context, string secret) =>
        authenticator.Find((string)context.Request.RouteValues["id"]!) is { } found
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(found.ClientSecret), Encoding.UTF8.GetBytes(secret))
            ? found
            : null;

    private static bool? Outcome(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("outcome", out var outcome) ? outcome.GetString() switch
            {
                "success" => true,
                "fail" => false,
                _ => null,
            }
            : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Render(IStripeBody body) => WireJson.Render(body, static (json, item) => item.Write(json, StripeExpansion.None));

    private static WireAnswer Problem(int status, string detail) => new(status, WireJson.Render(detail, static (json, text) =>
    {
        json.WriteStartObject();
        json.WriteString("detail"u8, text);
        json.WriteEndObject();
    }));

    private static Task HtmlAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
