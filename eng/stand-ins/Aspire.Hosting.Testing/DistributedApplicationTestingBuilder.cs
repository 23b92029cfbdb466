using System.Reflection;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Makes builders for tests: no dashboard, free ports.</summary>
public static class DistributedApplicationTestingBuilder
{
    private static readonly JsonSerializerOptions s_json = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>A builder of the AppHost that a type belongs to.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default) where TEntryPoint : class
        => CreateAsync<TEntryPoint>([], (_, _) => { }, cancellationToken);

    /// <summary>A builder of the AppHost that a type belongs to, with a command line.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default) where TEntryPoint : class
        => CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    /// <summary>A builder of the AppHost that a type belongs to, with a command line and settings.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
        => CreateAsync(typeof(TEntryPoint), args, configureBuilder, cancellationToken);

    /// <summary>A builder of the AppHost that a type belongs to.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, CancellationToken cancellationToken = default)
        => CreateAsync(entryPoint, [], cancellationToken);

    /// <summary>A builder of the AppHost that a type belongs to, with a command line.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default)
        => CreateAsync(entryPoint, args, (_, _) => { }, cancellationToken);

    /// <summary>A builder of the AppHost that a type belongs to, with a command line and settings.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var runner = new EntryPointRunner(entryPoint.Assembly, args, (options, settings) => Preset(options, settings, entryPoint.Assembly, args, configureBuilder));
        return new TestingBuilder(await runner.RunToBuilderAsync(cancellationToken).ConfigureAwait(false), runner);
    }

    /// <summary>A builder of an application that the test itself puts together.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, (_, _) => { });

    /// <summary>A builder of an application that the test itself puts together, with settings.</summary>
    public static IDistributedApplicationTestingBuilder Create(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var assembly = Assembly.GetCallingAssembly() is { } caller && caller != typeof(DistributedApplicationTestingBuilder).Assembly ? caller : Assembly.GetEntryAssembly()!;
        var before = BuilderHooks.Current;
        BuilderHooks.Current = new BuilderHooks.Hooks(assembly, (options, settings) => Preset(options, settings, assembly, args, configureBuilder), _ => { }, _ => { }, _ => { });
        try
        {
            return new TestingBuilder(new DistributedApplicationBuilder(new DistributedApplicationOptions { Args = args }), null);
        }
        finally
        {
            BuilderHooks.Current = before;
        }
    }

    private static void Preset(DistributedApplicationOptions options, HostApplicationBuilderSettings settings, Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        settings.Args = options.Args = [.. options.Args ?? [], .. args.Except(options.Args ?? [])];
        settings.EnvironmentName ??= Environments.Development;
        options.DisableDashboard = true;
        options.AllowUnsecuredTransport = true;
        options.EnableResourceLogging = true;
        settings.ApplicationName ??= assembly.GetName().Name;
        var configuration = settings.Configuration ??= new ConfigurationManager();
        var defaults = new Dictionary<string, string?>
        {
            ["DcpPublisher:RandomizePorts"] = "true",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317",
        };
        if (FirstLaunchProfile(assembly) is { } profile)
        {
            defaults["AppHost:DefaultLaunchProfileName"] = profile;
        }

        // An argument is stronger than the AppHost's own first profile.
        if (args.Any(a => a.StartsWith("DOTNET_LAUNCH_PROFILE=", StringComparison.Ordinal) || a.StartsWith("--DOTNET_LAUNCH_PROFILE", StringComparison.Ordinal)))
        {
            defaults.Remove("AppHost:DefaultLaunchProfileName");
        }

        configuration.AddInMemoryCollection(defaults);
        configureBuilder(options, settings);
    }

    private static string? FirstLaunchProfile(Assembly assembly)
    {
        var folder = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(m => m.Key == "apphostprojectpath")?.Value;
        var file = folder is null ? null : Path.Combine(folder, "Properties", "launchSettings.json");
        if (file is null || !File.Exists(file))
        {
            return null;
        }

        var settings = JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), s_json);
        return settings?.Profiles.Keys.FirstOrDefault();
    }
}
