namespace Microsoft.Extensions.ServiceDiscovery.Configuration;

/// <summary>Which of the built-in providers are registered.</summary>
internal sealed class EndpointLookupSettings
{
    public bool FromConfiguration { get; set; }

    public bool PassThrough { get; set; }
}
