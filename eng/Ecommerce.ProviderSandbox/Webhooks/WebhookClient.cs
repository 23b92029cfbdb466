using System.Net.Http.Headers;

namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>Makes one attempt at a delivery and notes how it went.</summary>
internal sealed class WebhookClient(WebhookSettings settings, TimeProvider time) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = settings.Timeout,
    };

    public async Task AttemptAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        var body = delivery.Body();
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Target.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        delivery.Target.Signer?.Sign(request.Headers, body, time.GetUtcNow());
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stopping);
            delivery.Answered((int)response.StatusCode, time.GetUtcNow());
        }
        catch (HttpRequestException exception)
        {
            delivery.Failed(exception.HttpRequestError.ToString(), time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            delivery.Failed("timed out", time.GetUtcNow());
        }
    }

    public void Dispose() => http.Dispose();
}
