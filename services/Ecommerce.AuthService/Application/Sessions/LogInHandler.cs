using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Starts a session.</summary>
internal sealed class LogInHandler(IAccountStore accounts, IPasswords passwords, ITokenIssuer tokens, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string email, string password, string device, CancellationToken cancellationToken)
    {
        // Guesses at the same time all count: who was overtaken looks at the account again, which may be locked by then.
        (string Hash, bool Matches)? checkedPassword = null;
        while (true)
        {
            var now = clock.GetUtcNow();
            var account = await accounts.FindByEmailAsync(email, cancellationToken);
            if (account is null || account.IsLocked(now))
            {
                if (checkedPassword is null)
                {
                    passwords.PretendToMatch(password);
                }

                return AccountErrors.WrongCredentials;
            }

            if (checkedPassword?.Hash != account.PasswordHash)
            {
                checkedPassword = (account.PasswordHash, passwords.Matches(account.PasswordHash, password));
            }

            if (!checkedPassword.Value.Matches)
            {
                account.RecordFailedLogin(now);
                if (await accounts.TrySaveAsync(cancellationToken))
                {
                    return AccountErrors.WrongCredentials;
                }

                continue;
            }

            var sessionId = Guid.CreateVersion7(now);
            var loggedIn = account.RecordLogin(sessionId, device, now);
            if (!loggedIn.IsSuccess)
            {
                return loggedIn.Error;
            }

            var (token, hash) = RefreshTokens.Create(sessionId);
            accounts.Add(Session.Start(sessionId, account.Id, device, hash, now));
            if (await accounts.TrySaveAsync(cancellationToken))
            {
                return new TokenPair(tokens.ForAccount(account, sessionId), tokens.Lifetime, token);
            }
        }
    }
}
