using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.AuthService.Application.Links;

/// <summary>
/// Makes the link that somebody asked for, where there is somebody to send it to. Nobody's mailbox is filled: an account is sent few links for
/// one purpose in a while, whoever asks, from wherever.
/// </summary>
internal sealed class LinkAskedForHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock) : IEventHandler<LinkAskedFor>
{
    private const int MostLinks = 3;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(15);

    public async Task HandleAsync(LinkAskedFor integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var purpose = LinkPurposes.Read(integrationEvent.Purpose);
        if (await accounts.FindByEmailAsync(integrationEvent.Email, cancellationToken) is not { } account
            || (purpose == ActionPurpose.EmailVerification && account.EmailVerifiedAt is not null))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (await accounts.CountLinksAsync(account.Id, purpose, now - While + ActionLink.Lifetime(purpose), cancellationToken) >= MostLinks)
        {
            return;
        }

        accounts.Add(account.RequestLink(Guid.CreateVersion7(now), purpose, now));
        audit.Add(SecurityEventType.LinkRequested, account.Id, new Origin("guest", null, "", null), integrationEvent.Purpose);
    }
}
