using Ecommerce.AuthService.Application.Staff;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>
/// Exchanges a refresh token for the next pair. The same one again within a few seconds is a double submit or a retry after a lost
/// answer: it is given the same refresh token again. Later it ends the session: someone else has it too.
/// </summary>
internal sealed class RefreshHandler(IAccountStore accounts, IRefreshTokens refreshTokens, ITokenIssuer tokens, StaffAccess staff, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string refreshToken, Origin origin, CancellationToken cancellationToken)
    {
        if (OpaqueToken.Read(refreshToken) is not { } claimed)
        {
            return AccountErrors.RefreshInvalid;
        }

        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindSessionAsync(claimed.Id, cancellationToken) is not { } session
                || !session.IsLive(now)
                || await accounts.FindAsync(session.AccountId, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            var from = origin with { SessionId = session.Id };
            if (session.IsRepeat(claimed.Hash, now))
            {
                return Pair(account, session, refreshTokens.Create(session.Id, session.Rotation).Token);
            }

            if (!session.IsCurrent(claimed.Hash))
            {
                // Who only knows the session's id makes up a token, and ends nothing with it.
                if (!refreshTokens.IsEarlier(session.Id, session.Rotation, claimed.Hash))
                {
                    return AccountErrors.RefreshInvalid;
                }

                session.Revoke(now);
                audit.Add(SecurityEventType.RefreshReused, account.Id, from);
                if (await accounts.TrySaveAsync(cancellationToken))
                {
                    return AccountErrors.RefreshInvalid;
                }

                continue;
            }

            var (token, hash) = refreshTokens.Create(session.Id, session.Rotation + 1);
            session.Rotate(hash, now);
            if (await accounts.TrySaveAsync(cancellationToken))
            {
                return Pair(account, session, token);
            }
        }
    }

    private TokenPair Pair(Account account, Session session, string refreshToken) =>
        new(tokens.ForSession(account, session), tokens.Lifetime, refreshToken, staff.NeedsEnrolment(account));
}
