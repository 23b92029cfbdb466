namespace Ecommerce.AuthService.Domain;

/// <summary>What a one-time link is for.</summary>
internal enum ActionPurpose
{
    EmailVerification,
    PasswordReset,
}
