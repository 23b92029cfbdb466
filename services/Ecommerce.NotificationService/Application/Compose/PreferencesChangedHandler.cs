using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Remembers what a customer agreed to.</summary>
internal sealed class PreferencesChangedHandler(IConsents consents) : IEventHandler<PreferencesChanged>
{
    public async Task HandleAsync(PreferencesChanged integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var consent = await consents.FindOrAddAsync(integrationEvent.CustomerId, cancellationToken);
        consent?.Change(
            integrationEvent.EmailMarketing, integrationEvent.SmsMarketing, integrationEvent.PushMarketing, integrationEvent.Locale, integrationEvent.ChangedAt);
    }
}
