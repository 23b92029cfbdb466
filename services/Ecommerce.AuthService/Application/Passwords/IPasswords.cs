namespace Ecommerce.AuthService.Application.Passwords;

/// <summary>Hashes and checks passwords, as many at a time as there are processors.</summary>
internal interface IPasswords
{
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <param name="hash">Null where there is no account or no password: the work is the same, and it never matches.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellationToken">Stops waiting for a turn.</param>
    Task<PasswordCheck> CheckAsync(string? hash, string password, CancellationToken cancellationToken);
}
