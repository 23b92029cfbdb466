namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Settings in the section <c>Authentication</c> that only auth-service has.</summary>
internal sealed class KeyEncryptionOptions
{
    public const string Section = "Authentication";

    /// <summary>A secret of at least 32 characters.</summary>
    public string KeyEncryptionKey { get; set; } = "";
}
