using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Control;

/// <summary>A webhook delivery as the control API shows it. The URL is shown without its query, which may hold a secret.</summary>
internal sealed record DeliveryView(
    long Number,
    string Provider,
    string Url,
    string Id,
    string Type,
    string Subject,
    WebhookStatus Status,
    int Attempts,
    int? LastResponse,
    string? LastError,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastAttemptAt)
{
    public static DeliveryView Of(WebhookDelivery delivery) => new(
        delivery.Number,
        delivery.Target.Provider,
        delivery.Target.Url.GetLeftPart(UriPartial.Path),
        delivery.MessageId,
        delivery.Type,
        delivery.Subject,
        delivery.Status,
        delivery.Attempts,
        delivery.LastResponse,
        delivery.LastError,
        delivery.CreatedAt,
        delivery.LastAttemptAt);
}
