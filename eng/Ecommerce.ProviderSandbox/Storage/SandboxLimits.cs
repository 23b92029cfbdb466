using System.Globalization;

namespace Ecommerce.ProviderSandbox.Storage;

/// <summary>How much is kept in memory.</summary>
internal sealed class SandboxLimits(IConfiguration configuration)
{
    /// <summary>Objects of one kind; beyond it the oldest finished ones go.</summary>
    public int Objects { get; } = Read(configuration, "Sandbox:MaxObjects", 200_000);

    /// <summary>Finished webhook deliveries that can still be listed.</summary>
    public int Deliveries { get; } = Read(configuration, "Sandbox:MaxDeliveries", 20_000);

    /// <summary>Sent mails that can still be read.</summary>
    public int Mails { get; } = Read(configuration, "Sandbox:MaxMails", 10_000);

    private static int Read(IConfiguration configuration, string key, int fallback) =>
        int.TryParse(configuration[key], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : fallback;
}
