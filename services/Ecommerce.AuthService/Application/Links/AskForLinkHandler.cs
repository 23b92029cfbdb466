using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts.Auth;

namespace Ecommerce.AuthService.Application.Links;

/// <summary>
/// Notes that somebody asks for a link. Whether the address has an account is looked at later, when the event comes back, so that
/// the answer says nothing about it, in text or in time.
/// </summary>
internal sealed class AskForLinkHandler(IAccountStore accounts, TimeProvider clock)
{
    public async Task HandleAsync(string email, ActionPurpose purpose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        accounts.Send(new LinkAskedFor(email.Trim(), LinkPurposes.NameOf(purpose), now), now);
        await accounts.TrySaveAsync(cancellationToken);
    }
}
