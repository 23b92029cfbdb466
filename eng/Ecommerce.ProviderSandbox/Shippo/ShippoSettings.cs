using System.Globalization;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed class ShippoSettings
{
    public ShippoSettings(IConfiguration configuration)
    {
        ApiKey = configuration["Shippo:ApiKey"] is { Length: > 0 } key ? key : null;
        PublicUrl = configuration["Sandbox:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : null;
        AutoAdvance = string.Equals(configuration["Shippo:AutoAdvance"], "true", StringComparison.OrdinalIgnoreCase);
        AdvanceAfter = TimeSpan.FromMilliseconds(
            int.TryParse(configuration["Shippo:AutoAdvanceMs"], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms > 0 ? ms : 5000);
        var signer = configuration["Shippo:WebhookSecret"] is { Length: > 0 } secret ? new ShippoSigner(secret) : null;
        Targets = WebhookTarget.Read(ShippoProvider.ProviderName, "Shippo:WebhookUrl", configuration["Shippo:WebhookUrl"], signer);
    }

    /// <summary>The one token that is accepted; any where not set.</summary>
    public string? ApiKey { get; }

    public string? PublicUrl { get; }

    /// <summary>Parcels move by themselves.</summary>
    public bool AutoAdvance { get; }

    public TimeSpan AdvanceAfter { get; }

    /// <summary>The URL may carry a secret of its own (<c>?token=…</c>), as is usual with Shippo.</summary>
    public IReadOnlyList<WebhookTarget> Targets { get; }

    public string Origin(HttpRequest request) => PublicUrl ?? $"{request.Scheme}://{request.Host}";
}
