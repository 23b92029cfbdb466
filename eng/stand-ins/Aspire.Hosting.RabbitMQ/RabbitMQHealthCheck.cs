using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Healthy while a connection is open; it is kept between two questions.</summary>
internal sealed class RabbitMQHealthCheck(Func<string?> connectionString) : IHealthCheck
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;
    private CancellationToken _stopping;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_stopping.IsCancellationRequested || connectionString() is not { } known)
        {
            return HealthCheckResult.Unhealthy("Connection string is unavailable");
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { IsOpen: false } lost)
            {
                await lost.DisposeAsync().ConfigureAwait(false);
                _connection = null;
            }

            var factory = new ConnectionFactory { Uri = new Uri(known), AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(5), ClientProvidedName = "aspire-health" };
            _connection ??= await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(e.Message, e);
        }
        finally
        {
            _gate.Release();
        }
    }

    internal void CloseWith(CancellationToken stopping)
    {
        if (!_stopping.CanBeCanceled)
        {
            _stopping = stopping;
            stopping.Register(() => _connection?.Dispose());
        }
    }
}
