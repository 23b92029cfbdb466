using System.Text.Json;
using System.Text.Json.Nodes;
using Ecommerce.GatewayService.Routing;

namespace Ecommerce.GatewayService.Docs;

/// <summary>Gets the services' documents, and keeps what came of them for a while.</summary>
internal sealed class PlatformDocuments(IHttpClientFactory clients, TimeProvider clock) : IDisposable
{
    public const string Client = "service-documents";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptWhereSomeAreMissing = TimeSpan.FromSeconds(5);
    private static readonly string[] Services = [.. PlatformRoutes.All.Select(route => route.Service).Distinct()];

    private readonly SemaphoreSlim _one = new(1);
    private (byte[] Document, DateTimeOffset Until)? _kept;

    public async Task<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && clock.GetUtcNow() < kept.Until)
            {
                return kept.Document;
            }

            var documents = await Task.WhenAll(Services.Select(async service => (Service: service, Document: await FetchAsync(service, cancellationToken))));
            var document = JsonSerializer.SerializeToUtf8Bytes(PlatformDocument.Of(documents));
            _kept = (document, clock.GetUtcNow() + (documents.All(one => one.Document is not null) ? Kept : KeptWhereSomeAreMissing));
            return document;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // A service that is away, or says something strange, is missing from the page and does not take the page with it.
    private async Task<JsonObject?> FetchAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            return await client.GetFromJsonAsync<JsonObject>(new Uri($"http://{service}/openapi/v1.json"), cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
