namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>How somebody proved who they are, as the token's <c>amr</c> has it (RFC 8176 where it has a name for it).</summary>
internal static class AuthenticationMethods
{
    public const string Password = "pwd";
    public const string External = "ext";
    public const string OneTimeCode = "otp";
    public const string RecoveryCode = "recovery";

    /// <summary>Besides the others: there were two factors.</summary>
    public const string TwoFactors = "mfa";
}
