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

    /// <summary>Gives each message a transaction of its own: for handlers that lock rows which somebody else is waiting for.</summary>
    public MessagingBuilder OneByOne()
    {
        _services.PostConfigure<MessagingOptions>(options => options.LargestBatch = 1);
        return this;
    }
}
