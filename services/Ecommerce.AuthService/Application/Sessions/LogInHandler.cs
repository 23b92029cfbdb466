using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Starts a session for a password. An unknown address and a locked account cost the same work as a wrong password.</summary>
internal sealed class LogInHandler(IAccountStore accounts, IPasswords passwords, SessionStarter sessions, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<LogInOutcome>> HandleAsync(LogInCommand command, CancellationToken cancellationToken)
    {
        // Guesses at the same time all count: who was overtaken looks at the account again, which may be locked by then.
        (string? Hash, PasswordCheck Outcome)? check = null;
        while (true)
        {
            var account = await accounts.FindByEmailAsync(command.Email, cancellationToken);
            if (check is not { } done || (account is not null && done.Hash != account.PasswordHash))
            {
                check = (account?.PasswordHash, await passwords.CheckAsync(account?.PasswordHash, command.Password, cancellationToken));
            }

            var now = clock.GetUtcNow();
            if (account is null || account.IsLocked(now) || check.Value.Outcome == PasswordCheck.Wrong)
            {
                if (account?.IsLocked(now) == false)
                {
                    account.RecordFailedLogin(now);
                }

                audit.Add(SecurityEventType.LoginFailed, account?.Id, command.Origin, account?.IsLocked(now) == true ? "locked" : null);
                if (await accounts.TrySaveAsync(cancellationToken))
                {
                    return AccountErrors.WrongCredentials;
                }

                continue;
            }

            if (check.Value.Outcome == PasswordCheck.RightToRehash)
            {
                account.Rehash(await passwords.HashAsync(command.Password, cancellationToken));
            }

            var outcome = await sessions.StartOrChallengeAsync(
                account, [AuthenticationMethods.Password], command.DeviceToken, command.Origin, now, cancellationToken);
            if (!outcome.IsSuccess || await accounts.TrySaveAsync(cancellationToken))
            {
                return outcome;
            }
        }
    }
}
