using Ecommerce.Messaging.Consuming;

namespace Ecommerce.Messaging.Tests;

/// <summary>Writes an effect, and misbehaves as the test says.</summary>
public sealed class CountedHandler(TestContextDb database, Misbehaviour misbehaviour) : IEventHandler<Counted>
{
    public Task HandleAsync(Counted integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        database.Add(new Effect { Subject = integrationEvent.Subject, Number = integrationEvent.Number });
        return misbehaviour.Before(integrationEvent);
    }
}
