using Ecommerce.Messaging.Broker;
using Ecommerce.Messaging.Consuming;
using Ecommerce.Messaging.Inbox;
using Ecommerce.Messaging.Outbox;
using Ecommerce.Messaging.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ecommerce.Messaging;

/// <summary>Wires messaging into a service.</summary>
public static class MessagingExtensions
{
    // A peer that is gone without a word is noticed after two to three of these.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>Adds the broker connections (<c>messaging</c>), the outbox with its dispatcher, and a consumer where something is handled.</summary>
    /// <remarks>An <c>NpgsqlDataSource</c> of the same database has to be registered.</remarks>
    /// <typeparam name="TContext">The service's DbContext; its model has <see cref="MessagingModel.AddMessaging"/>.</typeparam>
    /// <typeparam name="TMapper">Which domain events become which contracts.</typeparam>
    public static void AddMessaging<TContext, TMapper>(this IHostApplicationBuilder builder, Action<MessagingBuilder>? configure = null)
        where TContext : DbContext
        where TMapper : class, IDomainEventMapper
    {
        // Only the factory is used: the client's one shared connection, its recovery and the check of it are not (see BrokerConnection).
        // Its spans neither: ours have the parent that stands in the message.
        builder.AddRabbitMQClient("messaging", settings => (settings.DisableHealthChecks, settings.DisableTracing) = (true, true), factory =>
        {
            factory.AutomaticRecoveryEnabled = false;
            factory.TopologyRecoveryEnabled = false;
            factory.RequestedHeartbeat = Heartbeat;
            factory.RequestedConnectionTimeout = BrokerConnection.Patience;
            factory.HandshakeContinuationTimeout = BrokerConnection.Patience;
            factory.ContinuationTimeout = BrokerConnection.Patience;
        });
        builder.Services.AddSingleton<BrokerConnections>();
        builder.Services.AddHealthChecks().AddCheck<BrokerHealthCheck>(BrokerHealthCheck.Name);
        builder.Services.AddOptions<MessagingOptions>()
            .BindConfiguration(MessagingOptions.Section)
            .Configure(options => options.Service = string.IsNullOrEmpty(options.Service) ? ServiceName.Of(builder.Environment) : options.Service)
            .Validate(options => options is { Lanes: > 0, Prefetch: > 0, BatchSize: > 0, LargestBatch: > 0, MaximumAttempts: > 0 }, "Counts in the section Messaging are positive.")
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IDomainEventMapper, TMapper>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<OutboxInterceptor>();
        builder.Services.TryAddSingleton<IEventPublisher, RabbitMqPublisher>();
        builder.Services.AddSingleton(services => new DeadLetters(
            services.GetRequiredService<BrokerConnections>(), services.GetRequiredService<IOptions<MessagingOptions>>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<OutboxDispatcher>();

        var subscriptions = new MessagingBuilder(builder.Services);
        configure?.Invoke(subscriptions);
        if (!subscriptions.HasSubscriptions)
        {
            return;
        }

        builder.Services.AddSingleton<IMessageHandler, MessageHandler<TContext>>();
        builder.Services.AddSingleton<DeferredMessages>();
        builder.Services.AddSingleton<ConsumerState>();
        builder.Services.AddSingleton<MessageLanes>();
        builder.Services.AddHostedService<EventConsumer>();
        builder.Services.AddHostedService<DeferredMessageWorker>();
        builder.Services.AddHostedService<InboxCleaner>();
    }
}
