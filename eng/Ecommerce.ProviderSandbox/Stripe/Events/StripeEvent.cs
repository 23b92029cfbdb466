using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Events;

internal sealed record StripeEvent(
    string Id, string Type, long Created, IStripeObject Object, int PendingWebhooks, string? RequestId, string? IdempotencyKey, string ApiVersion)
    : IStripeObject
{
    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "event"u8);
        json.WriteString("api_version"u8, ApiVersion);
        json.WriteNumber("created"u8, Created);
        json.WriteStartObject("data"u8);
        json.WritePropertyName("object"u8);
        Object.Write(json, StripeExpansion.None);
        json.WriteEndObject();
        json.WriteBoolean("livemode"u8, false);
        json.WriteNumber("pending_webhooks"u8, PendingWebhooks);
        json.WriteStartObject("request"u8);
        json.WriteString("id"u8, RequestId);
        json.WriteString("idempotency_key"u8, IdempotencyKey);
        json.WriteEndObject();
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }
}
