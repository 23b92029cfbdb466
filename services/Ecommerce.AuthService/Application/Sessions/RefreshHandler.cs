using System.Security.Cryptography;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Exchanges a refresh token for the next pair. One that was exchanged before ends the session: someone else has it too.</summary>
internal sealed class RefreshHandler(IAccountStore accounts, ITokenIssuer tokens, TimeProvider clock)
{
    public async Task<Result<TokenPair>> HandleAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (RefreshTokens.Read(refreshToken) is not { } claimed
            || await accounts.FindSessionAsync(claimed.SessionId, cancellationToken) is not { } session
            || !session.IsLive(now)
            || await accounts.FindAsync(session.AccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.RefreshInvalid;
        }

        if (!CryptographicOperations.FixedTimeEquals(session.TokenHash, claimed.Hash))
        {
            session.Revoke(now);
            await accounts.TrySaveAsync(cancellationToken);
            return AccountErrors.RefreshInvalid;
        }

        var (token, hash) = RefreshTokens.Create(session.Id);
        session.Rotate(hash, now);
        await accounts.TrySaveAsync(cancellationToken);
        return new TokenPair(tokens.ForAccount(account, session.Id), tokens.Lifetime, token);
    }
}
