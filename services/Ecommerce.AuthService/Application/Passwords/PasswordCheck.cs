namespace Ecommerce.AuthService.Application.Passwords;

internal enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and the hash was made with less work than is usual now.</summary>
    RightToRehash,
}
