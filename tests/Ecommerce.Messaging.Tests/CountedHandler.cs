using Ecommerce.Messaging.Consuming;

namespace Ecommerce.Messaging.Tests;

/// <summary>Writes an effect, and misbehaves as the test says.</summary>
public sealed class CountedHandler(TestContextDb context, Misbehaviour misbehaviour) : IEventHandler<Counted>
{
    public Task HandleAsync(Counted integrationEvent, EventContext about, CancellationToken cancellationToken)
    {
        context.Add(new Effect { Subject = integrationEvent.Subject, Number = integrationEvent.Number });
        return misbehaviour.Before(integrationEvent);
    }
}
