namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>How tokens are checked, section <c>Authentication</c>.</summary>
public sealed class AuthenticationSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Authentication";

    /// <summary>Where the signing keys are published; a service-discovery address.</summary>
    public string Authority { get; set; } = "http://auth-service";

    /// <summary>What the token's <c>iss</c> has to be.</summary>
    public string Issuer { get; set; } = "ecommerce";

    /// <summary>What the token's <c>aud</c> has to hold.</summary>
    public string Audience { get; set; } = "ecommerce";
}
