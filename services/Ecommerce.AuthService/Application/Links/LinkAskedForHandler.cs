using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.AuthService.Application.Links;

/// <summary>Makes the link that somebody asked for, where there is somebody to send it to.</summary>
internal sealed class LinkAskedForHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock) : IEventHandler<LinkAskedFor>
{
    public async Task HandleAsync(LinkAskedFor integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var purpose = LinkPurposes.Read(integrationEvent.Purpose);
        if (await accounts.FindByEmailAsync(integrationEvent.Email, cancellationToken) is not { } account
            || (purpose == ActionPurpose.EmailVerification && account.EmailVerifiedAt is not null))
        {
            return;
        }

        var now = clock.GetUtcNow();
        accounts.Add(account.RequestLink(Guid.CreateVersion7(now), purpose, now));
        audit.Add(SecurityEventType.LinkRequested, account.Id, new Origin("guest", null, "", null), integrationEvent.Purpose);
    }
}
