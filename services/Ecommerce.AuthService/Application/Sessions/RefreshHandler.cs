using System.Security.Cryptography;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Exchanges a refresh token for the next pair. One that was exchanged before ends the session: someone else has it too.</summary>
internal sealed class RefreshHandler(IAccountStore accounts, ITokenIssuer tokens, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (RefreshTokens.Read(refreshToken) is not { } claimed)
        {
            return AccountErrors.RefreshInvalid;
        }

        var now = clock.GetUtcNow();
        if (await accounts.FindSessionAsync(claimed.SessionId, cancellationToken) is not { } session
            || !session.IsLive(now)
            || await accounts.FindAsync(session.AccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.RefreshInvalid;
        }

        if (!CryptographicOperations.FixedTimeEquals(session.TokenHash, claimed.Hash))
        {
            await accounts.RevokeAsync(session, now, cancellationToken);
            return AccountErrors.RefreshInvalid;
        }

        var (token, hash) = RefreshTokens.Create(session.Id);
        session.Rotate(hash, now);
        return await accounts.TrySaveAsync(cancellationToken)
            ? new TokenPair(tokens.ForAccount(account, session.Id), tokens.Lifetime, token)
            : AccountErrors.RefreshOvertaken;
    }
}
