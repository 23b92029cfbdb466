using System.Net;
using System.Text;

namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>Short ways to say what tests say often.</summary>
internal static class SandboxCalls
{
    public static readonly (string, string)[] Checkout =
    [
        ("amount", "1999"), ("currency", "usd"), ("confirm", "true"), ("capture_method", "manual"),
        ("automatic_payment_methods[enabled]", "true"), ("automatic_payment_methods[allow_redirects]", "never"),
    ];

    public static Task<Reply> GetAsync(this Sandbox sandbox, string path) => Reply.OfAsync(sandbox.Http.GetAsync(new Uri(path, UriKind.Relative)));

    public static async Task<Reply> PostFormAsync(this Sandbox sandbox, string path, string? key, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Reply.OfAsync(sandbox.Http.SendAsync(request));
    }

    public static async Task<Reply> SendJsonAsync(this Sandbox sandbox, HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return await Reply.OfAsync(sandbox.Http.SendAsync(request));
    }

    public static Task<Reply> PostJsonAsync(this Sandbox sandbox, string path, string json) => sandbox.SendJsonAsync(HttpMethod.Post, path, json);

    public static async Task FaultAsync(this Sandbox sandbox, string rules) =>
        (await sandbox.SendJsonAsync(HttpMethod.Put, "/sandbox/faults", rules)).Status.ShouldBe(HttpStatusCode.OK);

    /// <summary>Creates and confirms a payment that is to be captured later.</summary>
    public static Task<Reply> PayAsync(this Sandbox sandbox, string card = "pm_card_visa", string? key = null, params (string, string)[] more) =>
        sandbox.PostFormAsync("/v1/payment_intents", key, [
            .. Checkout.Where(field => more.All(other => other.Item1 != field.Item1)), ("payment_method", card), .. more]);

    public static Task<Reply> CaptureAsync(this Sandbox sandbox, Reply payment, params (string, string)[] more) =>
        sandbox.PostFormAsync($"/v1/payment_intents/{payment["id"]}/capture", null, more);
}
