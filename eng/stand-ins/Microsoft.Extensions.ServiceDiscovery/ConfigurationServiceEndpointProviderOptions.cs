namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Options of the endpoints that are read from configuration.</summary>
public sealed class ConfigurationServiceEndpointProviderOptions
{
    /// <summary>The configuration section that holds the services. Default: <c>Services</c>.</summary>
    public string SectionName { get; set; } = "Services";
}
