using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Starts a session.</summary>
internal sealed class LogInHandler(IAccountStore accounts, IPasswords passwords, ITokenIssuer tokens, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string email, string password, string device, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await accounts.FindByEmailAsync(email, cancellationToken);
        if (account is null || account.IsLocked(now))
        {
            passwords.PretendToMatch(password);
            return AccountErrors.WrongCredentials;
        }

        if (!passwords.Matches(account.PasswordHash, password))
        {
            account.RecordFailedLogin(now);
            await accounts.TrySaveAsync(cancellationToken);
            return AccountErrors.WrongCredentials;
        }

        var sessionId = Guid.CreateVersion7(now);
        var loggedIn = account.RecordLogin(sessionId, device, now);
        if (!loggedIn.IsSuccess)
        {
            return loggedIn.Error;
        }

        var (token, hash) = RefreshTokens.Create(sessionId);
        accounts.Add(Session.Start(sessionId, account.Id, device, hash, now));
        await accounts.TrySaveAsync(cancellationToken);
        return new TokenPair(tokens.ForAccount(account, sessionId), tokens.Lifetime, token);
    }
}
