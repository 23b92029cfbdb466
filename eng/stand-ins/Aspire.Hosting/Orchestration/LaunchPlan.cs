using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What a replica of a resource runs as: program, arguments, folder, environment.</summary>
internal sealed record LaunchPlan(string Command, IReadOnlyList<string> Args, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    // What tells the AppHost itself how to run is not meant for what it runs.
    private static readonly string[] s_ofTheAppHost = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_LAUNCH_PROFILE", "DOTNET_CLI_TELEMETRY_SESSIONID"];

    internal static async Task<LaunchPlan> MakeAsync(IResource resource, Assembly? appHost, DistributedApplicationExecutionContext execution, Microsoft.Extensions.Logging.ILogger logger, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in await resource.CollectEnvironmentAsync(execution, logger, cancellationToken).ConfigureAwait(false))
        {
            if (await TextOfAsync(resource, value, execution, cancellationToken).ConfigureAwait(false) is { } text)
            {
                environment[name] = text;
            }
        }

        var args = new List<string>();
        foreach (var value in await resource.CollectArgsAsync(execution, logger, cancellationToken).ConfigureAwait(false))
        {
            if (await TextOfAsync(resource, value, execution, cancellationToken).ConfigureAwait(false) is { } text)
            {
                args.Add(text);
            }
        }

        if (resource is ExecutableResource executable)
        {
            var command = executable.Command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? Path.GetFullPath(executable.Command, executable.WorkingDirectory)
                : executable.Command;
            return new LaunchPlan(ProcessGroups.FindOnPath(command) ?? throw new DistributedApplicationException($"The program '{executable.Command}' was not found."),
                args, executable.WorkingDirectory, environment);
        }

        var metadata = resource.Annotations.OfType<IProjectMetadata>().Last();
        var project = metadata.ProjectPath;
        return new LaunchPlan(DotNet(), [.. TargetOf(project, [metadata.GetType().Assembly, appHost]), .. args], Path.GetDirectoryName(project)!, environment);
    }

    /// <summary>The plan of one replica, with its own ports and name in place of what stands for them.</summary>
    internal LaunchPlan For(IReadOnlyDictionary<string, string> own) => this with
    {
        Args = [.. Args.Select(a => Filled(a, own))],
        Environment = Environment.ToDictionary(e => e.Key, e => Filled(e.Value, own)),
    };

    internal ProcessStartInfo ToStartInfo()
    {
        if (!Directory.Exists(WorkingDirectory))
        {
            throw new DistributedApplicationException($"The working directory '{WorkingDirectory}' does not exist.");
        }

        var start = new ProcessStartInfo(Command)
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var arg in Args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var name in s_ofTheAppHost)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The host that runs the AppHost runs its projects too.</summary>
    internal static string DotNet()
        => new[] { System.Environment.ProcessPath, System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") }
            .FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) is "dotnet")
            ?? ProcessGroups.FindOnPath(OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
            ?? throw new DistributedApplicationException("The program 'dotnet' was not found.");

    private static IReadOnlyList<string> TargetOf(string project, IEnumerable<Assembly?> assemblies)
    {
        var key = $"aspireprojecttarget:{project}";
        var baked = assemblies.SelectMany(a => a?.GetCustomAttributes<AssemblyMetadataAttribute>() ?? []).FirstOrDefault(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
        if (baked is null)
        {
            // A project that the AppHost does not refer to: only the SDK knows where its output is.
            return ["run", "--project", project, "--no-launch-profile", "--"];
        }

        return File.Exists(baked)
            ? [baked]
            : throw new DistributedApplicationException($"The project '{project}' is not built: there is no '{baked}'. Build the AppHost, which builds its projects.");
    }

    private static async ValueTask<string?> TextOfAsync(IResource resource, object value, DistributedApplicationExecutionContext execution, CancellationToken cancellationToken) => value switch
    {
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(new ValueProviderContext { Caller = resource, ExecutionContext = execution }, cancellationToken).ConfigureAwait(false),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(new ValueProviderContext { Caller = resource, ExecutionContext = execution }, cancellationToken).ConfigureAwait(false),
        null => null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Filled(string text, IReadOnlyDictionary<string, string> own)
        => text.Contains("{{", StringComparison.Ordinal) ? own.Aggregate(text, (t, o) => t.Replace(o.Key, o.Value, StringComparison.Ordinal)) : text;
}
