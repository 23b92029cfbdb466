namespace Ecommerce.AuthService.Application.Mfa;

/// <summary>Settings of the second factor, section <c>Mfa</c>.</summary>
internal sealed class MfaOptions
{
    public const string Section = "Mfa";

    /// <summary>What authenticators show the account under.</summary>
    public string Issuer { get; set; } = "Shop";
}
