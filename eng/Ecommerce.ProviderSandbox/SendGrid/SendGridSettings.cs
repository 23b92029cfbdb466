using System.Globalization;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal sealed class SendGridSettings
{
    public SendGridSettings(IConfiguration configuration)
    {
        ApiKey = configuration["SendGrid:ApiKey"] is { Length: > 0 } key ? key : null;
        Signer = new SendGridSigner(configuration["SendGrid:WebhookPrivateKey"]);
        Targets = WebhookTarget.Read(SendGridProvider.ProviderName, "SendGrid:WebhookUrl", configuration["SendGrid:WebhookUrl"], Signer);
        OpenAndClick = string.Equals(configuration["SendGrid:OpenAndClick"], "true", StringComparison.OrdinalIgnoreCase);
        Batch = TimeSpan.FromMilliseconds(
            int.TryParse(configuration["SendGrid:BatchMs"], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : 100);
    }

    /// <summary>The one key that is accepted; any key where not set.</summary>
    public string? ApiKey { get; }

    public SendGridSigner Signer { get; }

    public IReadOnlyList<WebhookTarget> Targets { get; }

    /// <summary>Every delivered mail is opened, and its first link clicked.</summary>
    public bool OpenAndClick { get; }

    /// <summary>How long events are collected before they go out together.</summary>
    public TimeSpan Batch { get; }
}
