namespace Ecommerce.AuthService.Infrastructure.ExternalLogin;

/// <summary>Where people may log in from, section <c>ExternalLogin</c>.</summary>
internal sealed class ExternalLoginOptions
{
    public const string Section = "ExternalLogin";

    /// <summary>The page of the shop that providers send people back to; it is registered with them.</summary>
    public string RedirectUri { get; set; } = "http://localhost:3000/login/callback";

    /// <summary>By name.</summary>
    public Dictionary<string, ExternalProviderOptions> Providers { get; } = new(StringComparer.Ordinal);
}
