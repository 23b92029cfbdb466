namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>Where a provider's webhooks go, and how they are signed.</summary>
internal sealed record WebhookTarget(string Provider, Uri Url, IWebhookSigner? Signer)
{
    /// <summary>Reads a setting of one or more URLs, separated by semicolons.</summary>
    public static IReadOnlyList<WebhookTarget> Read(string provider, string setting, string? urls, IWebhookSigner? signer) =>
    [
        .. (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url =>
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? new WebhookTarget(provider, uri!, signer)
                : throw new InvalidOperationException($"{setting} must be absolute http(s) URLs, separated by semicolons.")),
    ];
}
