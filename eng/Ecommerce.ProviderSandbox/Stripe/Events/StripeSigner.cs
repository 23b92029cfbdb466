using System.Net.Http.Headers;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Stripe.Events;

internal sealed class StripeSigner(string secret) : IWebhookSigner
{
    public void Sign(HttpRequestHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        headers.TryAddWithoutValidation("Stripe-Signature", TimestampedHmac.Header(secret, body, now));
}
