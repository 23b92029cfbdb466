using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>Calls Shippo. An outage is a reply without a status, never an exception.</summary>
internal sealed class ShippoApi
{
    private readonly HttpClient _http;

    public ShippoApi(HttpClient http, IOptions<ShippoOptions> options)
    {
        _http = http;
        _http.BaseAddress = options.Value.BaseUrl;
        _http.Timeout = TimeSpan.FromSeconds(15);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ShippoToken", options.Value.ApiKey);
        _http.DefaultRequestHeaders.Add("SHIPPO-API-VERSION", "2018-02-08");
    }

    public Task<ShippoReply> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        SendAsync(() => _http.PostAsJsonAsync(path, body, cancellationToken), cancellationToken);

    public Task<ShippoReply> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(() => _http.GetAsync(path, cancellationToken), cancellationToken);

    private static async Task<ShippoReply> SendAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await send();
            if (response.Content.Headers.ContentType?.MediaType != "application/json")
            {
                return new ShippoReply((int)response.StatusCode, default);
            }

            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            return new ShippoReply((int)response.StatusCode, body.RootElement.Clone());
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ShippoReply(null, default);
        }
    }
}
