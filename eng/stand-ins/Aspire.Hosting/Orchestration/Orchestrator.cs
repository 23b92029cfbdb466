using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the application: each resource as soon as what it waits for is there, and down again in the opposite order.</summary>
internal sealed class Orchestrator : IHostedService, IAsyncDisposable
{
    private readonly DistributedApplicationModel _model;
    private readonly ResourceHealth _health;
    private readonly DashboardHost _dashboard;
    private readonly DashboardSettings _dashboardSettings;
    private readonly ConsolePrinter _printer;
    private readonly IConfiguration _configuration;
    private readonly DistributedApplicationOptions _options;
    private readonly ILogger<DistributedApplication> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Runnable> _runnables = [];
    private Task _healthLoop = Task.CompletedTask;
    private Task _starting = Task.CompletedTask;
    private Task? _stopped;

    public Orchestrator(IServiceProvider services)
    {
        Services = services;
        _model = services.GetRequiredService<DistributedApplicationModel>();
        Notifications = services.GetRequiredService<ResourceNotificationService>();
        Loggers = services.GetRequiredService<ResourceLoggerService>();
        Eventing = services.GetRequiredService<IDistributedApplicationEventing>();
        Groups = services.GetRequiredService<ProcessGroups>();
        ExecutionContext = services.GetRequiredService<DistributedApplicationExecutionContext>();
        _health = services.GetRequiredService<ResourceHealth>();
        _dashboard = services.GetRequiredService<DashboardHost>();
        _dashboardSettings = services.GetRequiredService<DashboardSettings>();
        _printer = services.GetRequiredService<ConsolePrinter>();
        _configuration = services.GetRequiredService<IConfiguration>();
        _options = services.GetRequiredService<DistributedApplicationOptions>();
        _logger = services.GetRequiredService<ILogger<DistributedApplication>>();
        AppHostAssembly = services.GetRequiredService<IDistributedApplicationBuilder>().AppHostAssembly;
    }

    internal IServiceProvider Services { get; }

    internal ResourceNotificationService Notifications { get; }

    internal ResourceLoggerService Loggers { get; }

    internal IDistributedApplicationEventing Eventing { get; }

    internal ProcessGroups Groups { get; }

    internal DistributedApplicationExecutionContext ExecutionContext { get; }

    internal Assembly? AppHostAssembly { get; }

    internal CancellationToken Stopping => _stopping.Token;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartAllAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            // Ctrl+C while it starts: nothing went wrong, and the stop is on its way.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopAllAsync();

    /// <summary>An application that is let go without a stop stops here.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        // No sooner than here: a builder that is never built must not leave anything behind.
        using var start = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        _logger.LogInformation("Distributed application starting (the repository's stand-in for Aspire.Hosting).");
        _logger.LogInformation("Application host directory is: {AppHostDirectory}", _configuration["AppHost:Directory"]);
        foreach (var subscriber in Services.GetServices<IDistributedApplicationEventingSubscriber>())
        {
            await subscriber.SubscribeAsync(Eventing, ExecutionContext, start.Token).ConfigureAwait(false);
        }

        await Eventing.PublishAsync(new BeforeStartEvent(Services, _model), start.Token).ConfigureAwait(false);
        RefuseContainers();

        var randomize = _configuration.GetValue("DcpPublisher:RandomizePorts", false);
        foreach (var resource in _model.Resources.Where(r => r is ProjectResource or ExecutableResource && !r.IsContainer()))
        {
            var runnable = new Runnable(this, resource);
            runnable.AllocateEndpoints(randomize);
            _runnables.Add(runnable);
        }

        _printer.Begin(_model);
        _healthLoop = _health.RunAsync(_stopping.Token);
        await PublishFirstStatesAsync().ConfigureAwait(false);
        await _dashboard.StartAsync(start.Token).ConfigureAwait(false);
        if (_dashboardSettings.WhyNot is { } why)
        {
            _logger.LogInformation("No dashboard: {Why}.", why);
        }

        await AllocatedAsync(start.Token).ConfigureAwait(false);
        foreach (var resource in _model.Resources.ToArray())
        {
            _ = InitializeAsync(resource);
        }

        _starting = Task.WhenAll(_runnables.Where(r => !r.IsExplicit).Select(r => r.StartAsync(wait: true, start.Token)));
        await _starting.ConfigureAwait(false);
        await Eventing.PublishAsync(new AfterResourcesCreatedEvent(Services, _model), start.Token).ConfigureAwait(false);
        _logger.LogInformation("Distributed application started. Press Ctrl+C to shut down.");
    }

    private async Task StopAllAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await new StopOrder(_model, _runnables).StopAsync().ConfigureAwait(false);
        foreach (var runnable in _runnables)
        {
            await runnable.DisposeProxiesAsync().ConfigureAwait(false);
        }

        await _healthLoop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _dashboard.StopAsync().ConfigureAwait(false);
    }

    /// <summary>Says at once what went wrong with a resource, with the end of its log.</summary>
    internal void Failed(string name, string what, string? id = null)
    {
        var lines = id is null ? [] : Loggers.LastLines(id, 20);
        if (_options.EnableResourceLogging || lines.Count == 0)
        {
            _logger.LogError("Resource '{Name}' {What}", name, what);
            return;
        }

        _logger.LogError("Resource '{Name}' {What}. The last lines of its log:{NewLine}{Lines}", name, what, Environment.NewLine, string.Join(Environment.NewLine, lines.Select(l => "  " + l)));
    }

    private void RefuseContainers()
    {
        var containers = _model.Resources.Where(r => r.IsContainer() && !r.HasAnnotationOfType<ExplicitStartupAnnotation>()).Select(r => r.Name).ToArray();
        if (containers.Length > 0)
        {
            throw new DistributedApplicationException(
                $"The stand-in for Aspire.Hosting runs projects and executables, not containers, and the model has some: {string.Join(", ", containers)}. "
                + "Run Postgres, Redis and RabbitMQ as programs of this machine (Servers=native), or build with the real packages where there is a container engine.");
        }
    }

    private async Task PublishFirstStatesAsync()
    {
        foreach (var resource in _model.Resources.ToArray())
        {
            switch (resource)
            {
                case ParameterResource parameter:
                    await PublishParameterAsync(parameter).ConfigureAwait(false);
                    break;
                case ProjectResource or ExecutableResource:
                    var state = resource.HasAnnotationOfType<ExplicitStartupAnnotation>() ? KnownResourceStates.NotStarted : KnownResourceStates.Starting;
                    var source = resource.Annotations.OfType<IProjectMetadata>().LastOrDefault()?.ProjectPath is { } path
                        ? new ResourcePropertySnapshot("project.path", path)
                        : new ResourcePropertySnapshot("executable.path", resource is ExecutableResource e ? e.Command : "");
                    await Notifications.PublishUpdateAsync(resource, s => s with { State = state, Properties = [source] }).ConfigureAwait(false);
                    break;
                default:
                    await Notifications.PublishUpdateAsync(resource, s => s).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task PublishParameterAsync(ParameterResource parameter)
    {
        try
        {
            var value = parameter.ValueOrThrow;
            await Notifications.PublishUpdateAsync(parameter, s => s with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                Properties = [new("Value", value) { IsSensitive = parameter.Secret }, new(CustomResourceKnownProperties.Source, parameter.ConfigurationKey)],
            }).ConfigureAwait(false);
            if (parameter is IResourceWithConnectionString)
            {
                await Eventing.PublishAsync(new ConnectionStringAvailableEvent(parameter, Services), _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (MissingParameterValueException e)
        {
            _logger.LogError("Parameter '{Name}' has no value: {Message}", parameter.Name, e.Message);
            await Notifications.PublishUpdateAsync(parameter, s => s with { State = new ResourceStateSnapshot(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Error) }).ConfigureAwait(false);
        }
    }

    private async Task AllocatedAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in _runnables.Select(r => r.Resource))
        {
            if (resource.HasAnnotationOfType<EndpointAnnotation>())
            {
                await Eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, Services), cancellationToken).ConfigureAwait(false);
            }

            await PublishUrlsAsync(resource, cancellationToken).ConfigureAwait(false);
        }

        // A resource that allocates its own endpoints says so with the event.
        Eventing.Subscribe<ResourceEndpointsAllocatedEvent>((e, token) => PublishUrlsAsync(e.Resource, token));
    }

    private async Task PublishUrlsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var urls = resource is IResourceWithEndpoints owner
            ? owner.GetEndpoints().Where(e => e.IsAllocated).Select(e => new ResourceUrlAnnotation { Url = e.Url, Endpoint = e }).ToList()
            : [];
        var context = new ResourceUrlsCallbackContext(ExecutionContext, resource, urls, cancellationToken) { Logger = Loggers.GetLogger(resource) };
        foreach (var callback in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToArray())
        {
            await callback.Callback(context).ConfigureAwait(false);
        }

        foreach (var url in context.Urls)
        {
            resource.Annotations.Add(url);
        }

        await Notifications.PublishUpdateAsync(resource, s => s with
        {
            Urls = [.. context.Urls.Select(u => new UrlSnapshot(u.Endpoint?.EndpointName, u.Url, u.DisplayLocation == UrlDisplayLocation.DetailsOnly)
            {
                IsInactive = u.Endpoint is not null && s.State?.Text != KnownResourceStates.Running,
                DisplayProperties = new UrlDisplayPropertiesSnapshot(u.DisplayText ?? "", 0),
            })],
        }).ConfigureAwait(false);
    }

    private async Task InitializeAsync(IResource resource)
    {
        try
        {
            await Task.Run(() => Eventing.PublishAsync(new InitializeResourceEvent(resource, Eventing, Loggers, Notifications, Services), _stopping.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The application stops.
        }
        catch (Exception e)
        {
            Loggers.GetLogger(resource).LogError(e, "Initializing '{Name}' failed.", resource.Name);
            Failed(resource.Name, $"could not be initialized: {e.Message}");
            await Notifications.PublishUpdateAsync(resource, s => s with { State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) }).ConfigureAwait(false);
        }
    }
}
