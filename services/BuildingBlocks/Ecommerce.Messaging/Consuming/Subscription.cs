using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Which handler a wire name goes to.</summary>
internal abstract class Subscription(string type)
{
    public string Type { get; } = type;

    /// <exception cref="JsonException">The data is not what the contract says.</exception>
    public abstract object Read(CloudEvent message);

    public abstract Task HandleAsync(IServiceProvider scope, object integrationEvent, EventContext context, CancellationToken cancellationToken);
}

/// <summary>A subscription to one contract.</summary>
internal sealed class Subscription<TEvent, THandler>() : Subscription(EventTypes.NameOf(typeof(TEvent)))
    where TEvent : class, IIntegrationEvent
    where THandler : class, IEventHandler<TEvent>
{
    public override object Read(CloudEvent message) =>
        message.Data.Deserialize<TEvent>(MessageJson.Options) ?? throw new JsonException("The data is null.");

    public override Task HandleAsync(IServiceProvider scope, object integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        ActivatorUtilities.GetServiceOrCreateInstance<THandler>(scope).HandleAsync((TEvent)integrationEvent, context, cancellationToken);
}
