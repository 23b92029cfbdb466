using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.VerifyEmail;

/// <summary>Takes a link's token, once.</summary>
internal sealed class VerifyEmailHandler(IAccountStore accounts, IActionTokens tokens, TimeProvider clock)
{
    public async Task<Result> HandleAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (tokens.Read(token, ActionPurpose.EmailVerification) is not { } linkId
            || await accounts.FindLinkAsync(linkId, cancellationToken) is not { } link
            || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.LinkInvalid;
        }

        var used = link.Use(now);
        if (!used.IsSuccess)
        {
            return used;
        }

        account.VerifyEmail(now);
        await accounts.TrySaveAsync(cancellationToken);
        return Result.Success;
    }
}
