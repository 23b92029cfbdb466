using System.Net.Http.Headers;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed class ShippoSigner(string secret) : IWebhookSigner
{
    public void Sign(HttpRequestHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        headers.TryAddWithoutValidation("Shippo-Auth-Signature", TimestampedHmac.Header(secret, body, now));
}
