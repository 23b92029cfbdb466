using System.Net.Http.Headers;

namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>Adds a provider's signature headers to one attempt.</summary>
internal interface IWebhookSigner
{
    void Sign(HttpRequestHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now);
}
