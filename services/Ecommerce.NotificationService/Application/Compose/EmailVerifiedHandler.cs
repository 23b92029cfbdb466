using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Remembers the address that a customer proved to hold: marketing goes to no other.</summary>
internal sealed class EmailVerifiedHandler(IConsents consents) : IEventHandler<EmailVerified>
{
    public async Task HandleAsync(EmailVerified integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var consent = await consents.FindOrAddAsync(integrationEvent.UserId, cancellationToken);
        consent?.Prove(integrationEvent.Email);
    }
}
