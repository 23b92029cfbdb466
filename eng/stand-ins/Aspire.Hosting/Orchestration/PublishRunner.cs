using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Writes what a deployment needs.</summary>
internal interface IApplicationPublisher
{
    /// <summary>Writes it to a folder.</summary>
    Task PublishAsync(DistributedApplicationModel model, string outputPath, CancellationToken cancellationToken);
}

/// <summary>Publishes and ends the AppHost.</summary>
internal sealed class PublishRunner(IServiceProvider services, DistributedApplicationModel model, IDistributedApplicationEventing eventing,
    IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<DistributedApplication> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (configuration["Pipeline:Step"] is { } step && step != "publish")
            {
                throw new DistributedApplicationException($"The step '{step}' is not one that the stand-in knows; it knows 'publish'.");
            }

            var output = Path.GetFullPath(configuration["Pipeline:OutputPath"] ?? "aspire-output");
            var publishers = services.GetServices<IApplicationPublisher>().ToArray();
            if (publishers.Length == 0)
            {
                throw new DistributedApplicationException("The model has no environment to publish to; add one, for example with AddKubernetesEnvironment.");
            }

            foreach (var subscriber in services.GetServices<Lifecycle.IDistributedApplicationEventingSubscriber>())
            {
                await subscriber.SubscribeAsync(eventing, services.GetRequiredService<DistributedApplicationExecutionContext>(), stoppingToken).ConfigureAwait(false);
            }

            await eventing.PublishAsync(new BeforeStartEvent(services, model), stoppingToken).ConfigureAwait(false);
            foreach (var publisher in publishers)
            {
                await publisher.PublishAsync(model, output, stoppingToken).ConfigureAwait(false);
            }

            logger.LogInformation("Published to {OutputPath}.", output);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Publishing failed: {Message}", e.Message);
            Environment.ExitCode = 1;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
