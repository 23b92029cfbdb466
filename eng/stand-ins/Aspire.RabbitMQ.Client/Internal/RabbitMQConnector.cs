using System.Diagnostics;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Aspire.RabbitMQ.Client.Internal;

/// <summary>Opens the connection, with retries: the broker may still be starting.</summary>
internal static class RabbitMQConnector
{
    public const string ActivitySourceName = "Aspire.RabbitMQ.Client";

    private static readonly ActivitySource Source = new(ActivitySourceName);

    public static IConnection Connect(IConnectionFactory factory, int retryCount)
    {
        using var activity = Start("rabbitmq connect");
        var pipeline = new ResiliencePipelineBuilder();
        if (retryCount > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SocketException>().Handle<BrokerUnreachableException>(),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxRetryAttempts = retryCount,
            });
        }

        // The container makes singletons synchronously.
        return pipeline.Build().Execute(() => ConnectOnceAsync(factory).GetAwaiter().GetResult());
    }

    private static async Task<IConnection> ConnectOnceAsync(IConnectionFactory factory)
    {
        using var activity = Start("rabbitmq connect attempt");
        activity?.AddTag("messaging.operation", "connect");
        try
        {
            return await factory.CreateConnectionAsync().ConfigureAwait(false);
        }
        catch (Exception ex)
        {
            activity?.AddTag("exception.message", ex.Message);
            activity?.AddTag("exception.stacktrace", ex.ToString());
            activity?.AddTag("exception.type", ex.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static Activity? Start(string name)
    {
        var activity = Source.StartActivity(name, ActivityKind.Client);
        activity?.AddTag("messaging.system", "rabbitmq");
        return activity;
    }
}
