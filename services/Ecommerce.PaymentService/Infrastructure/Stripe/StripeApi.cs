using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>Calls Stripe. An outage is a reply without a status, never an exception.</summary>
internal sealed class StripeApi
{
    private const string ApiVersion = "2026-10-28.endive";

    private readonly HttpClient _http;

    public StripeApi(HttpClient http, IOptions<StripeOptions> options)
    {
        _http = http;
        _http.BaseAddress = options.Value.BaseUrl;
        _http.Timeout = TimeSpan.FromSeconds(10);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        _http.DefaultRequestHeaders.Add("Stripe-Version", ApiVersion);
    }

    public async Task<StripeReply> PostAsync(string path, Dictionary<string, string> form, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request, cancellationToken);
    }

    public async Task<StripeReply> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<StripeReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            return new StripeReply((int)response.StatusCode, body.RootElement.Clone());
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new StripeReply(null, default);
        }
    }
}
