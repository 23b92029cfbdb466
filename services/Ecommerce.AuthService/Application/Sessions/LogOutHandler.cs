using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Ends sessions; access tokens run out by themselves.</summary>
internal sealed class LogOutHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock)
{
    /// <summary>Ends one of the caller's sessions, whoever else is at it.</summary>
    public async Task<Result> OneAsync(AccountId account, Guid sessionId, Origin origin, CancellationToken cancellationToken)
    {
        do
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindSessionAsync(sessionId, cancellationToken) is not { } session || session.AccountId != account || !session.IsLive(now))
            {
                return AccountErrors.SessionNotFound;
            }

            session.Revoke(now);
            audit.Add(sessionId == origin.SessionId ? SecurityEventType.LoggedOut : SecurityEventType.SessionRevoked, account, origin, sessionId.ToString());
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return Result.Success;
    }

    /// <summary>Ends all of them.</summary>
    public async Task EverywhereAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        audit.Add(SecurityEventType.AllSessionsRevoked, account, origin);
        await accounts.TrySaveAndEndSessionsAsync(account, SessionChoice.All, clock.GetUtcNow(), cancellationToken);
    }
}
