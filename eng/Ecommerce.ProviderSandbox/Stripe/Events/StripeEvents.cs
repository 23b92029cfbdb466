using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Wire;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Stripe.Events;

/// <summary>Records what happened, and delivers it.</summary>
internal sealed class StripeEvents(StripeSettings settings, SandboxLimits limits, WebhookSender sender, TimeProvider time)
{
    public BoundedStore<StripeEvent> All { get; } = new(limits.Objects, item => item.Id, _ => true);

    /// <param name="subject">The payment or other object whose events stay in order.</param>
    public void Raise(string type, IStripeObject about, string subject, StripeRequest? request)
    {
        var delivered = settings.Delivers(type);
        var happened = new StripeEvent(
            WireIds.New("evt_"),
            type,
            time.GetUtcNow().ToUnixTimeSeconds(),
            about,
            delivered ? settings.Targets.Count : 0,
            request?.RequestId,
            request?.IdempotencyKey,
            StripeSettings.ApiVersion);
        All.Add(happened);
        if (!delivered)
        {
            return;
        }

        var message = new WebhookMessage(happened.Id, type, subject, () => Render(happened));
        foreach (var target in settings.Targets)
        {
            sender.Publish(target, message);
        }
    }

    public static byte[] Render(StripeEvent happened) =>
        WireJson.Render(happened, static (json, item) => item.Write(json, StripeExpansion.None));
}
