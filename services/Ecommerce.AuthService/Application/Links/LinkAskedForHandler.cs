using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.AuthService.Application.Links;

/// <summary>
/// Creates the requested link if the email address has an account. At most three links for one purpose are sent to an account within 15
/// minutes, regardless of who requests them, so that nobody can flood a mailbox.
/// </summary>
internal sealed class LinkAskedForHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock) : IEventHandler<LinkAskedFor>
{
    private const int MaximumLinks = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public async Task HandleAsync(LinkAskedFor integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var purpose = LinkPurposes.Read(integrationEvent.Purpose);
        if (await accounts.FindByEmailAsync(integrationEvent.Email, cancellationToken) is not { } account
            || (purpose == ActionPurpose.EmailVerification && account.EmailVerifiedAt is not null))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (await accounts.CountLinksAsync(account.Id, purpose, now - Window + ActionLink.Lifetime(purpose), cancellationToken) >= MaximumLinks)
        {
            return;
        }

        accounts.Add(account.RequestLink(Guid.CreateVersion7(now), purpose, now));
        audit.Add(SecurityEventType.LinkRequested, account.Id, new Origin("guest", null, "", null), integrationEvent.Purpose);
    }
}
