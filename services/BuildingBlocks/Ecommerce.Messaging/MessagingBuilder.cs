using Ecommerce.Contracts;
using Ecommerce.Messaging.Consuming;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.Messaging;

/// <summary>Says what a service listens to.</summary>
public sealed class MessagingBuilder
{
    private readonly IServiceCollection _services;

    internal MessagingBuilder(IServiceCollection services) => _services = services;

    internal bool HasSubscriptions { get; private set; }

    /// <summary>Handles a kind of event.</summary>
    /// <typeparam name="TEvent">The contract.</typeparam>
    /// <typeparam name="THandler">Made anew for each message, in a scope of its own.</typeparam>
    public MessagingBuilder Handle<TEvent, THandler>()
        where TEvent : class, IIntegrationEvent
        where THandler : class, IEventHandler<TEvent>
    {
        _services.AddScoped<THandler>();
        _services.AddSingleton<Subscription>(new Subscription<TEvent, THandler>());
        HasSubscriptions = true;
        return this;
    }
}
