using Ecommerce.Messaging.Consuming;
using Ecommerce.Messaging.Inbox;
using Ecommerce.Messaging.Outbox;
using Ecommerce.Messaging.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.Messaging;

/// <summary>Wires messaging into a service.</summary>
public static class MessagingExtensions
{
    /// <summary>Adds the broker connection (<c>messaging</c>), the outbox with its dispatcher, and a consumer where something is handled.</summary>
    /// <remarks>An <c>NpgsqlDataSource</c> of the same database has to be registered.</remarks>
    /// <typeparam name="TContext">The service's DbContext; its model has <see cref="MessagingModel.AddMessaging"/>.</typeparam>
    /// <typeparam name="TMapper">Which domain events become which contracts.</typeparam>
    public static void AddMessaging<TContext, TMapper>(this IHostApplicationBuilder builder, Action<MessagingBuilder>? configure = null)
        where TContext : DbContext
        where TMapper : class, IDomainEventMapper
    {
        // Consumer and publisher make their channels anew themselves, so the client need not bring back topology.
        builder.AddRabbitMQClient("messaging", configureConnectionFactory: factory => factory.TopologyRecoveryEnabled = false);
        builder.Services.AddOptions<MessagingOptions>()
            .BindConfiguration(MessagingOptions.Section)
            .Configure(options => options.Service = string.IsNullOrEmpty(options.Service) ? ServiceName.Of(builder.Environment) : options.Service)
            .Validate(options => options is { Lanes: > 0, Prefetch: > 0, BatchSize: > 0, MaximumAttempts: > 0 }, "Counts in the section Messaging are positive.")
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IDomainEventMapper, TMapper>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<OutboxInterceptor>();
        builder.Services.TryAddSingleton<IEventPublisher, RabbitMqPublisher>();
        builder.Services.AddSingleton<DeadLetters>();
        builder.Services.AddHostedService<OutboxDispatcher>();

        var subscriptions = new MessagingBuilder(builder.Services);
        configure?.Invoke(subscriptions);
        if (!subscriptions.HasSubscriptions)
        {
            return;
        }

        builder.Services.AddSingleton<IMessageHandler, MessageHandler<TContext>>();
        builder.Services.AddSingleton<DeferredMessages>();
        builder.Services.AddHostedService<EventConsumer>();
        builder.Services.AddHostedService<DeferredMessageWorker>();
        builder.Services.AddHostedService<InboxCleaner>();
    }
}
