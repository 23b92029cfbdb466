namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>Endpoint metadata: which provider a route belongs to.</summary>
internal sealed record ProviderTag(IProvider Provider);
