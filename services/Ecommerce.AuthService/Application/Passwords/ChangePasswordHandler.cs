using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Passwords;

/// <summary>Takes a new password for the present one, and ends every session but the caller's.</summary>
internal sealed class ChangePasswordHandler(IAccountStore accounts, IPasswords passwords, AccountProof proof, AuditLog audit)
{
    public async Task<Result> HandleAsync(AccountId id, string current, string next, Origin origin, CancellationToken cancellationToken)
    {
        string? hash = null;
        return await proof.ByPasswordAsync(id, current, origin, async (account, now) =>
        {
            account.SetPassword(hash ??= await passwords.HashAsync(next, cancellationToken));
            audit.Add(SecurityEventType.PasswordChanged, id, origin);
            return await accounts.TrySaveAndEndSessionsAsync(id, new SessionChoice(Except: origin.SessionId), now, cancellationToken);
        }, cancellationToken);
    }
}
