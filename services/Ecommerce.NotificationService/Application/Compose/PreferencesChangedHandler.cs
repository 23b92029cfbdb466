using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Remembers what a customer agreed to.</summary>
internal sealed class PreferencesChangedHandler(IConsents consents) : IEventHandler<PreferencesChanged>
{
    public async Task HandleAsync(PreferencesChanged integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await consents.IsErasedAsync(integrationEvent.CustomerId, cancellationToken))
        {
            return;
        }

        var consent = await consents.FindAsync(integrationEvent.CustomerId, cancellationToken);
        if (consent is null)
        {
            consent = MarketingConsent.Of(integrationEvent.CustomerId);
            consents.Add(consent);
        }

        consent.Change(integrationEvent.EmailMarketing, integrationEvent.SmsMarketing, integrationEvent.PushMarketing, integrationEvent.ChangedAt);
    }
}
