using System.Collections.Frozen;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Stripe;

internal sealed class StripeSettings
{
    public const string ApiVersion = "2026-10-28.endive";

    private static readonly string[] DefaultEvents =
    [
        "payment_intent.succeeded", "payment_intent.amount_capturable_updated", "payment_intent.payment_failed",
        "payment_intent.canceled", "payment_intent.requires_action", "charge.captured", "charge.refunded",
        "refund.created", "refund.updated", "refund.failed", "setup_intent.succeeded", "setup_intent.setup_failed",
    ];

    public StripeSettings(IConfiguration configuration)
    {
        ApiKey = Text(configuration, "Stripe:ApiKey");
        PublicUrl = Text(configuration, "Sandbox:PublicUrl")?.TrimEnd('/');
        OrderMetadataKey = Text(configuration, "Stripe:OrderMetadataKey") ?? "order_id";
        var secret = Text(configuration, "Stripe:WebhookSecret");
        var urls = Text(configuration, "Stripe:WebhookUrl");
        if (urls is not null && secret is null)
        {
            throw new InvalidOperationException("Stripe:WebhookUrl is set and Stripe:WebhookSecret is not: Stripe's webhooks are always signed.");
        }

        Targets = WebhookTarget.Read(StripeProvider.ProviderName, "Stripe:WebhookUrl", urls, secret is null ? null : new StripeSigner(secret));
        Events = (Text(configuration, "Stripe:WebhookEvents")?
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? DefaultEvents).ToFrozenSet();
    }

    /// <summary>The one key that is accepted; any test key where not set.</summary>
    public string? ApiKey { get; }

    /// <summary>How a browser reaches the sandbox; the request's own host where not set.</summary>
    public string? PublicUrl { get; }

    /// <summary>The metadata key by which the summary counts intents per order.</summary>
    public string OrderMetadataKey { get; }

    public IReadOnlyList<WebhookTarget> Targets { get; }

    /// <summary>The event types that are delivered; all are in <c>/v1/events</c>.</summary>
    public FrozenSet<string> Events { get; }

    public bool Delivers(string type) => Targets.Count > 0 && (Events.Contains(type) || Events.Contains("*"));

    private static string? Text(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;
}
