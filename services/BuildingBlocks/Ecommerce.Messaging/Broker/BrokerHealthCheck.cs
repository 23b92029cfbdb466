using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ecommerce.Messaging.Broker;

/// <summary>Healthy where the service can publish and, if it has a queue, consumes it; degraded where the broker holds publishers up.</summary>
internal sealed class BrokerHealthCheck(BrokerConnections connections, IServiceProvider services) : IHealthCheck
{
    public const string Name = "messaging";

    // Who asks does not wait as long as messaging itself does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await connections.Publishing.OpenAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            if (services.GetService<ConsumerState>() is { } consumer)
            {
                await consumer.Consuming.WaitAsync(Patience, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The broker is away, or the queue is not consumed.", exception);
        }

        return connections.Publishing.IsBlocked
            ? HealthCheckResult.Degraded("The broker takes no messages for now; they wait in the outbox.")
            : HealthCheckResult.Healthy();
    }
}
