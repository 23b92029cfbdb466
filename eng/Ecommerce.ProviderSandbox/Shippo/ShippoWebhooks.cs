using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed class ShippoWebhooks(ShippoSettings settings, WebhookSender sender)
{
    /// <param name="subject">The tracking number or transaction whose messages stay in order.</param>
    public void Tell(string type, IShippoObject about, string subject)
    {
        if (settings.Targets.Count == 0)
        {
            return;
        }

        var message = new WebhookMessage(WireIds.Hex(), type, subject, () => Render(type, about));
        foreach (var target in settings.Targets)
        {
            sender.Publish(target, message);
        }
    }

    private static byte[] Render(string type, IShippoObject about) => WireJson.Render((type, about), static (json, state) =>
    {
        json.WriteStartObject();
        json.WriteString("event"u8, state.type);
        json.WriteBoolean("test"u8, true);
        json.WritePropertyName("data"u8);
        state.about.Write(json);
        json.WriteEndObject();
    });
}
