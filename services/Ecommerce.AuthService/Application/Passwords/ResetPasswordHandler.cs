using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Passwords;

/// <summary>Takes a new password for the emailed token, once, and ends every session.</summary>
internal sealed class ResetPasswordHandler(IAccountStore accounts, IActionTokens tokens, IPasswords passwords, AuditLog audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(string token, string password, Origin origin, CancellationToken cancellationToken)
    {
        if (tokens.Read(token, ActionPurpose.PasswordReset) is not { } linkId)
        {
            return AccountErrors.LinkInvalid;
        }

        // Of several at the same time one wins; the others look again and find the link used.
        string? hash = null;
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindLinkAsync(linkId, cancellationToken) is not { } link
                || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account)
            {
                return AccountErrors.LinkInvalid;
            }

            var used = account.UseLink(link, now);
            if (!used.IsSuccess)
            {
                return used;
            }

            // Who has the link reads the address.
            account.VerifyEmail(now);
            account.SetPassword(hash ??= await passwords.HashAsync(password, cancellationToken));
            audit.Add(SecurityEventType.PasswordReset, account.Id, origin);
            if (await accounts.TrySaveAndEndSessionsAsync(account.Id, SessionChoice.All, now, cancellationToken))
            {
                return Result.Success;
            }
        }
    }
}
