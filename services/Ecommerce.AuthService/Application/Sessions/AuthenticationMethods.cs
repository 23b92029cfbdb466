namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>How somebody proved who they are, as the token's <c>amr</c> has it (RFC 8176 where it has a name for it).</summary>
internal static class AuthenticationMethods
{
    public const string Password = "pwd";
}
