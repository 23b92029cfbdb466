using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Puts an application together.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly DistributedApplicationOptions _options;

    /// <summary>A builder with a command line.</summary>
    public DistributedApplicationBuilder(string[] args) : this(new DistributedApplicationOptions { Args = args })
    {
    }

    /// <summary>A builder with options.</summary>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var settings = new HostApplicationBuilderSettings { Args = options.Args, Configuration = new ConfigurationManager() };
        BuilderHooks.Creating?.Invoke(options, settings);
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(new AssemblyName(name)) : BuilderHooks.EntryAssembly ?? Assembly.GetEntryAssembly();
        AppHostDirectory = options.ProjectDirectory ?? MetadataOf("apphostprojectpath") ?? Directory.GetCurrentDirectory();

        settings.ApplicationName ??= AppHostAssembly?.GetName().Name;
        settings.ContentRootPath ??= AppHostDirectory;
        settings.EnvironmentName ??= System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? System.Environment.GetEnvironmentVariable("ASPIRE_ENVIRONMENT");
        _host = new HostApplicationBuilder(settings);
        Configuration.AddCommandLine(options.Args ?? [], new Dictionary<string, string>
        {
            ["--operation"] = "AppHost:Operation",
            ["--publisher"] = "Publishing:Publisher",
            ["--output-path"] = "Pipeline:OutputPath",
            ["--step"] = "Pipeline:Step",
            ["--environment"] = HostDefaults.EnvironmentKey,
        });
        Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = AppHostDirectory,
            ["AppHost:DashboardApplicationName"] = options.DashboardApplicationName ?? ApplicationNameOf(Environment.ApplicationName),
            ["AppHost:Path"] = Path.Combine(AppHostDirectory, MetadataOf("apphostprojectname") ?? "AppHost.csproj"),
        });

        ExecutionContext = new DistributedApplicationExecutionContext(
            string.Equals(Configuration["AppHost:Operation"], "publish", StringComparison.OrdinalIgnoreCase) || Configuration["Publishing:Publisher"] is not null
                ? DistributedApplicationOperation.Publish : DistributedApplicationOperation.Run);
        AddServices();
        BuilderHooks.Created?.Invoke(this);
    }

    /// <inheritdoc />
    public ConfigurationManager Configuration => _host.Configuration;

    /// <inheritdoc />
    public IHostEnvironment Environment => _host.Environment;

    /// <inheritdoc />
    public IServiceCollection Services => _host.Services;

    /// <inheritdoc />
    public string AppHostDirectory { get; }

    /// <summary>The AppHost's project file.</summary>
    public string AppHostPath => Configuration["AppHost:Path"]!;

    /// <inheritdoc />
    public Assembly? AppHostAssembly { get; }

    /// <inheritdoc />
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <inheritdoc />
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    /// <inheritdoc />
    public IResourceCollection Resources { get; } = new ResourceCollection();

    /// <inheritdoc />
    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (Resources.TryGetByName(resource.Name, out var existing))
        {
            throw new DistributedApplicationException($"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because resource of type '{existing.GetType()}' with that name already exists. Resource names are case-insensitive.");
        }

        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc />
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    /// <inheritdoc />
    public DistributedApplication Build()
    {
        BuilderHooks.Building?.Invoke(this);
        var application = new DistributedApplication(_host.Build());
        ExecutionContext.Services = application.Services;
        BuilderHooks.Built?.Invoke(application);
        return application;
    }

    internal string? MetadataOf(string key) => AppHostAssembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;

    private static string ApplicationNameOf(string name)
    {
        foreach (var suffix in (string[])[".AppHost", "_AppHost", "-AppHost", "AppHost"])
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && name.Length > suffix.Length)
            {
                return name[..^suffix.Length];
            }
        }

        return name;
    }

    private void AddServices()
    {
        Services.AddSingleton(new DistributedApplicationModel(Resources));
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(_options);
        Services.AddSingleton<IDistributedApplicationBuilder>(this);
        Services.AddSingleton<ResourceLoggerService>();
        Services.AddSingleton<ResourceNotificationService>();
        Services.AddSingleton(s => new ResourceCommandService(s, s.GetRequiredService<ResourceNotificationService>(), s.GetRequiredService<ResourceLoggerService>()));
        Services.AddHealthChecks();
        Services.AddHttpClient();
        Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));
        Services.AddOptions<ResourceNotificationServiceOptions>().Configure<DashboardSettings>((o, dashboard) =>
            o.DefaultWaitBehavior = dashboard.IsOn ? WaitBehavior.WaitOnResourceUnavailable : WaitBehavior.StopOnResourceUnavailable);

        Services.AddSingleton(DashboardSettings.From(Configuration, _options, ExecutionContext, Environment));
        _host.Logging.AddFilter("Microsoft.Extensions.Http", LogLevel.Warning);
        _host.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        _host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        _host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        _host.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        _host.Logging.AddFilter("Polly", LogLevel.Warning);

        if (ExecutionContext.IsRunMode)
        {
            Services.AddSingleton<ProcessGroups>();
            Services.AddSingleton<ResourceHealth>();
            Services.AddSingleton<DashboardHost>();
            Services.AddSingleton<ConsolePrinter>();
            Services.AddSingleton<Orchestrator>();
            Services.AddHostedService(s => s.GetRequiredService<Orchestrator>());
        }
        else
        {
            Services.AddHostedService<PublishRunner>();
        }
    }
}

/// <summary>How the testing package takes part in the making of a builder that a test's AppHost calls for. One flow at a time sees its own.</summary>
internal static class BuilderHooks
{
    private static readonly AsyncLocal<Hooks?> s_current = new();

    internal static Hooks? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    internal static Assembly? EntryAssembly => Current?.EntryAssembly;

    internal static Action<DistributedApplicationOptions, HostApplicationBuilderSettings>? Creating => Current?.Creating;

    internal static Action<DistributedApplicationBuilder>? Created => Current?.Created;

    internal static Action<DistributedApplicationBuilder>? Building => Current?.Building;

    internal static Action<DistributedApplication>? Built => Current?.Built;

    internal sealed record Hooks(
        Assembly EntryAssembly,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> Creating,
        Action<DistributedApplicationBuilder> Created,
        Action<DistributedApplicationBuilder> Building,
        Action<DistributedApplication> Built);
}
