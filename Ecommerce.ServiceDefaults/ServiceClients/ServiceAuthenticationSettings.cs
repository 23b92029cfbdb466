namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>How this service shows the others who it is, section <c>ServiceAuthentication</c>.</summary>
public sealed class ServiceAuthenticationSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ServiceAuthentication";

    /// <summary>The service's name at auth-service; its own name where none is set.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret at auth-service.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where tokens are given; a service-discovery address.</summary>
    public Uri TokenEndpoint { get; set; } = new("http://auth-service/internal/v1/token");
}
