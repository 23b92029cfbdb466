using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.VerifyEmail;

/// <summary>Takes a link's token, once. Where nobody's password counts, the link to choose one is sent.</summary>
internal sealed class VerifyEmailHandler(IAccountStore accounts, IActionTokens tokens, AuditLog audit, TimeProvider clock)
{
    /// <returns>Whether a password is still to be chosen, by a link that was sent.</returns>
    public async Task<Result<bool>> HandleAsync(string token, Origin origin, CancellationToken cancellationToken)
    {
        if (tokens.Read(token, ActionPurpose.EmailVerification) is not { } linkId)
        {
            return AccountErrors.LinkInvalid;
        }

        // Of several at the same time one wins; the others look again and find the link used.
        bool needsPassword;
        do
        {
            if (await accounts.FindLinkAsync(linkId, cancellationToken) is not { } link
                || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account)
            {
                return AccountErrors.LinkInvalid;
            }

            var now = clock.GetUtcNow();
            var used = account.UseLink(link, now);
            if (!used.IsSuccess)
            {
                return used.Error;
            }

            account.VerifyEmail(now);
            needsPassword = account.PasswordHash is null;
            if (needsPassword)
            {
                accounts.Add(account.RequestLink(Guid.CreateVersion7(now), ActionPurpose.PasswordReset, now));
            }

            audit.Add(SecurityEventType.EmailVerified, account.Id, origin);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return needsPassword;
    }
}
