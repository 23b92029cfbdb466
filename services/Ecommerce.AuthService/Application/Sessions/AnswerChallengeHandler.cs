using Ecommerce.AuthService.Application.Mfa;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>The second step of a login. Wrong codes count for the challenge and for the account, so that new challenges buy no more guesses.</summary>
internal sealed class AnswerChallengeHandler(
    IAccountStore accounts, SecondFactor secondFactor, SessionStarter sessions, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string token, string code, string? deviceToken, Origin origin, CancellationToken cancellationToken)
    {
        if (OpaqueToken.Read(token) is not { } claimed)
        {
            return AccountErrors.ChallengeInvalid;
        }

        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindChallengeAsync(claimed.Id, cancellationToken) is not { } challenge
                || await accounts.FindAsync(challenge.AccountId, cancellationToken) is not { } account
                || !challenge.IsOpen(account, claimed.Hash, now))
            {
                return AccountErrors.ChallengeInvalid;
            }

            if (account.IsLocked(now))
            {
                return AccountErrors.WrongCode;
            }

            if (secondFactor.Check(account, code, origin, now) is not { } methods)
            {
                challenge.Fail();
                account.RecordFailedLogin(now);
                audit.Add(SecurityEventType.LoginFailed, account.Id, origin, AuthenticationMethods.OneTimeCode);
                if (await accounts.TrySaveAsync(cancellationToken))
                {
                    return AccountErrors.WrongCode;
                }

                continue;
            }

            challenge.Use(now);
            var pair = await sessions.StartAsync(account, [.. challenge.Methods, .. methods], deviceToken, origin, now, cancellationToken);
            if (!pair.IsSuccess || await accounts.TrySaveAsync(cancellationToken))
            {
                return pair;
            }
        }
    }
}
