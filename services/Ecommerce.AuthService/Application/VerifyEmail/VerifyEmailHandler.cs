using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.VerifyEmail;

/// <summary>Takes a link's token, once.</summary>
internal sealed class VerifyEmailHandler(IAccountStore accounts, IActionTokens tokens, AuditLog audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(string token, Origin origin, CancellationToken cancellationToken)
    {
        if (tokens.Read(token, ActionPurpose.EmailVerification) is not { } linkId)
        {
            return AccountErrors.LinkInvalid;
        }

        // Of several at the same time one wins; the others look again and find the link used.
        Result used;
        do
        {
            if (await accounts.FindLinkAsync(linkId, cancellationToken) is not { } link
                || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account)
            {
                return AccountErrors.LinkInvalid;
            }

            var now = clock.GetUtcNow();
            used = account.UseLink(link, now);
            if (!used.IsSuccess)
            {
                return used;
            }

            account.VerifyEmail(now);
            audit.Add(SecurityEventType.EmailVerified, account.Id, origin);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return used;
    }
}
