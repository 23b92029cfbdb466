using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>
/// Notes in the caller's session that they proved again who they are, and gives a token that says so. Who has a second factor
/// proves it by that: a password alone is what a thief may have.
/// </summary>
internal sealed class StepUpHandler(IAccountStore accounts, AccountProof proof, ITokenIssuer tokens, AuditLog audit)
{
    public async Task<Result<(string AccessToken, TimeSpan ExpiresIn)>> HandleAsync(
        AccountId id, Guid sessionId, string? password, string? code, Origin origin, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return AccountErrors.RefreshInvalid;
        }

        if (account.HasMfa ? code is null : password is null)
        {
            return account.HasMfa ? AccountErrors.CodeRequired : AccountErrors.ProofWrong;
        }

        string? token = null;
        var proved = account.HasMfa
            ? await proof.ByCodeAsync(id, code!, origin, NoteAsync, cancellationToken)
            : await proof.ByPasswordAsync(id, password!, origin, (current, now) => NoteAsync(current, [AuthenticationMethods.Password], now), cancellationToken);
        return !proved.IsSuccess ? proved.Error : token is null ? AccountErrors.RefreshInvalid : (token, tokens.Lifetime);

        async Task<bool> NoteAsync(Account current, string[] methods, DateTimeOffset now)
        {
            if (await accounts.FindSessionAsync(sessionId, cancellationToken) is not { } session || session.AccountId != id || !session.IsLive(now))
            {
                return true;
            }

            session.Prove(methods, now);
            audit.Add(SecurityEventType.ProofGiven, id, origin, methods[0]);
            token = tokens.ForSession(current, session);
            return await accounts.TrySaveAsync(cancellationToken);
        }
    }
}
