namespace Ecommerce.AuthService.Application.Passwords;

/// <summary>Passwords that are among the first that anyone tries.</summary>
internal interface ICommonPasswords
{
    bool Contains(string password);
}
