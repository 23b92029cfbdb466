using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Ecommerce.AppHost.LocalRun;

/// <summary>How a service's program starts on this machine.</summary>
/// <remarks>
/// Left alone, the orchestrator starts each project by <c>dotnet run</c>, which keeps a second .NET process beside each service, and puts a
/// proxy before each endpoint. Here the program that the AppHost's build has made starts itself and listens on its own port. An IDE still
/// starts projects its own way, with its debugger; <c>Watch=order-service</c> runs services by <c>dotnet watch</c> instead; a service with
/// several replicas (<c>Replicas:order-service=2</c>) has the proxy, which shares its port among them. See docs/adr/0015-local-run.md.
/// </remarks>
internal static class ServiceProgram
{
    private static readonly string Configuration =
        typeof(ServiceProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static readonly string TargetFramework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    // The folder of the runtime that runs the AppHost: a program finds none by itself where .NET lies in a folder of its user's.
    private static readonly string DotnetRoot =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The program of a service as the AppHost's build left it; null where it has not been built in this configuration.</summary>
    public static string? PathOf(ProjectResource project)
    {
        var file = project.GetProjectMetadata().ProjectPath;
        var name = Path.GetFileNameWithoutExtension(file) + (OperatingSystem.IsWindows() ? ".exe" : "");
        var program = Path.Combine(Path.GetDirectoryName(file)!, "bin", Configuration, TargetFramework, name);
        return File.Exists(program) ? program : null;
    }

    /// <summary>Starts every service in the way that costs least and that its settings allow.</summary>
    public static void StartServicesDirectly(this IDistributedApplicationBuilder builder)
    {
        if (!builder.ExecutionContext.IsRunMode)
        {
            return;
        }

        var watched = (builder.Configuration["Watch"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var project in builder.Resources.OfType<ProjectResource>().ToArray())
        {
            var service = builder.CreateResourceBuilder(project);
            var replicas = builder.Configuration.GetValue($"Replicas:{project.Name}", 1);
            if (replicas > 1)
            {
                service.WithReplicas(replicas);
            }
            else
            {
                service.ListenDirectly();
            }

            if (watched.Contains(project.Name, StringComparer.OrdinalIgnoreCase))
            {
                service.RunByDotnetWatch();
            }
            else if (!builder.IsStartedByIde() && !builder.Configuration.GetValue<bool>("DOTNET_WATCH") && PathOf(project) is { } program)
            {
                project.Annotations.Add(new ExecutableAnnotation { Command = program, WorkingDirectory = Path.GetDirectoryName(project.GetProjectMetadata().ProjectPath)! });
                service.WithEnvironment("DOTNET_ROOT", DotnetRoot);
            }
        }
    }

    /// <summary>Whether an IDE debugs the system: then it starts the projects, and ends them.</summary>
    public static bool IsStartedByIde(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["DEBUG_SESSION_PORT"] is { Length: > 0 };

    private static void ListenDirectly(this IResourceBuilder<ProjectResource> service)
    {
        service.WithEndpointProxySupport(false);
        if (!service.ApplicationBuilder.Configuration.GetValue<bool>("DcpPublisher:RandomizePorts"))
        {
            return;
        }

        // Without a proxy the port of the launch profile would be taken as it is, also by a second system on this machine.
        foreach (var endpoint in service.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.Port = null;
        }
    }

    // Changed code can replace running code only where it was compiled for debugging.
    private static void RunByDotnetWatch(this IResourceBuilder<ProjectResource> service)
    {
        var file = service.Resource.GetProjectMetadata().ProjectPath;
        service.Resource.Annotations.Add(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(file)! });
        service.WithArgs("watch", "--non-interactive", "--project", file, "--configuration", "Debug", "--no-launch-profile");
    }
}
