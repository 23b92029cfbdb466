using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Notes in the caller's session that they proved again who they are, and gives a token that says so.</summary>
internal sealed class StepUpHandler(IAccountStore accounts, AccountProof proof, ITokenIssuer tokens, AuditLog audit)
{
    public async Task<Result<(string AccessToken, TimeSpan ExpiresIn)>> HandleAsync(
        AccountId id, Guid sessionId, string password, Origin origin, CancellationToken cancellationToken)
    {
        string? token = null;
        var proved = await proof.ByPasswordAsync(id, password, origin, async (account, now) =>
        {
            if (await accounts.FindSessionAsync(sessionId, cancellationToken) is not { } session || session.AccountId != id || !session.IsLive(now))
            {
                return true;
            }

            session.Prove([AuthenticationMethods.Password], now);
            audit.Add(SecurityEventType.ProofGiven, id, origin, AuthenticationMethods.Password);
            token = tokens.ForSession(account, session);
            return await accounts.TrySaveAsync(cancellationToken);
        }, cancellationToken);
        return !proved.IsSuccess ? proved.Error : token is null ? AccountErrors.RefreshInvalid : (token, tokens.Lifetime);
    }
}
