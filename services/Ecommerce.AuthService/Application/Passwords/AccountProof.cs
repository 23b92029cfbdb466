using Ecommerce.AuthService.Application.Mfa;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Passwords;

/// <summary>Has a signed-in person prove again who they are. Wrong proofs count like wrong logins.</summary>
internal sealed class AccountProof(IAccountStore accounts, IPasswords passwords, SecondFactor secondFactor, AuditLog audit, TimeProvider clock)
{
    /// <summary>Checks a code, and with <paramref name="then"/> does in the same commit what it is for.</summary>
    public async Task<Result> ByCodeAsync(
        AccountId id, string code, Origin origin, Func<Account, string[], DateTimeOffset, Task<bool>> then, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            if (account.IsLocked(now))
            {
                return AccountErrors.ProofWrong;
            }

            if (secondFactor.Check(account, code, origin, now) is { } methods)
            {
                if (await then(account, methods, now))
                {
                    return Result.Success;
                }

                continue;
            }

            account.RecordFailedLogin(now);
            audit.Add(SecurityEventType.ProofFailed, id, origin, AuthenticationMethods.OneTimeCode);
            if (await accounts.TrySaveAsync(cancellationToken))
            {
                return AccountErrors.ProofWrong;
            }
        }
    }

    /// <summary>Checks the password, and with <paramref name="then"/> does in the same commit what it is for.</summary>
    public async Task<Result> ByPasswordAsync(
        AccountId id, string password, Origin origin, Func<Account, DateTimeOffset, Task<bool>> then, CancellationToken cancellationToken)
    {
        (string? Hash, PasswordCheck Outcome)? check = null;
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            // Who was overtaken looks again, at an account that may be locked or have another password by now.
            if (check is not { } done || done.Hash != account.PasswordHash)
            {
                check = (account.PasswordHash, await passwords.CheckAsync(account.PasswordHash, password, cancellationToken));
            }

            if (account.IsLocked(now))
            {
                return AccountErrors.ProofWrong;
            }

            if (check.Value.Outcome == PasswordCheck.Wrong)
            {
                account.RecordFailedLogin(now);
                audit.Add(SecurityEventType.ProofFailed, id, origin, AuthenticationMethods.Password);
                if (await accounts.TrySaveAsync(cancellationToken))
                {
                    return AccountErrors.ProofWrong;
                }
            }
            else if (await then(account, now))
            {
                return Result.Success;
            }
        }
    }
}
