using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project of the solution.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name) where TProject : IProjectMetadata, new()
        => builder.AddProject<TProject>(name, _ => { });

    /// <summary>A project of the solution, with a launch profile; null goes without one.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name, string? launchProfileName) where TProject : IProjectMetadata, new()
        => builder.AddProject<TProject>(name, o => (o.ExcludeLaunchProfile, o.LaunchProfileName) = (launchProfileName is null, launchProfileName));

    /// <summary>A project of the solution, with options.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name, Action<ProjectResourceOptions> configure) where TProject : IProjectMetadata, new()
        => builder.Add(name, new TProject(), configure);

    /// <summary>A project by its path.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, [ResourceName] string name, string projectPath)
        => builder.AddProject(name, projectPath, _ => { });

    /// <summary>A project by its path, with a launch profile; null goes without one.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, [ResourceName] string name, string projectPath, string? launchProfileName)
        => builder.AddProject(name, projectPath, o => (o.ExcludeLaunchProfile, o.LaunchProfileName) = (launchProfileName is null, launchProfileName));

    /// <summary>A project by its path, with options.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, [ResourceName] string name, string projectPath, Action<ProjectResourceOptions> configure)
        => builder.Add(name, new ProjectMetadata(Path.GetFullPath(projectPath, builder.AppHostDirectory)), configure);

    /// <summary>Runs a project in several processes.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
        => builder.WithAnnotation(new ReplicaAnnotation(replicas));

    /// <summary>Says that the published project does not read forwarded headers.</summary>
    public static IResourceBuilder<ProjectResource> DisableForwardedHeaders(this IResourceBuilder<ProjectResource> builder)
        => builder.WithAnnotation(new DisableForwardedHeadersAnnotation(), ResourceAnnotationMutationBehavior.Replace);

    /// <summary>Says which endpoints the project itself listens on.</summary>
    public static IResourceBuilder<ProjectResource> WithEndpointsInEnvironment(this IResourceBuilder<ProjectResource> builder, Func<EndpointAnnotation, bool> filter)
        => builder.WithAnnotation(new EndpointEnvironmentFilterAnnotation(filter));

    private static IResourceBuilder<ProjectResource> Add<TMetadata>(this IDistributedApplicationBuilder builder, string name, TMetadata metadata, Action<ProjectResourceOptions> configure) where TMetadata : IProjectMetadata
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ProjectResourceOptions();
        configure(options);
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation(metadata);

        project.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        if (builder.ExecutionContext.IsRunMode && builder.Environment.IsDevelopment())
        {
            project.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true");
            project.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true");
        }

        project.WithOtlpExporter();
        if (options.ExcludeLaunchProfile)
        {
            project.WithAnnotation(new ExcludeLaunchProfileAnnotation());
        }
        else if (options.LaunchProfileName is { Length: > 0 } asked)
        {
            project.WithAnnotation(new LaunchProfileAnnotation(asked));
        }
        else if ((builder.Configuration["AppHost:DefaultLaunchProfileName"] ?? builder.Configuration["DOTNET_LAUNCH_PROFILE"]) is { Length: > 0 } own)
        {
            project.WithAnnotation(new DefaultLaunchProfileAnnotation(own));
        }

        var profile = LaunchProfiles.Of(project.Resource);
        return builder.ExecutionContext.IsRunMode ? project.ForRun(profile) : project.ForPublish(profile?.Profile.ApplicationUrl is not null);
    }

    private static IResourceBuilder<ProjectResource> ForRun(this IResourceBuilder<ProjectResource> project, (string Name, LaunchProfile Profile)? profile)
    {
        project.WithEnvironment(context =>
        {
            context.EnvironmentVariables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
            context.EnvironmentVariables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        });
        project.WithEnvironment(context => AddUrls(context, project.Resource));
        if (profile is not var (name, settings))
        {
            return project;
        }

        var counts = new Dictionary<string, int>();
        foreach (var url in settings.ApplicationUrl?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var binding = BindingAddress.Parse(url);
            var count = counts[binding.Scheme] = counts.GetValueOrDefault(binding.Scheme) + 1;
            project.WithEndpoint(count == 1 ? binding.Scheme : binding.Scheme + count, e =>
            {
                e.Port = binding.Port;
                e.TargetHost = binding.Host is "*" or "+" ? "0.0.0.0" : binding.Host;
                e.UriScheme = binding.Scheme;
                e.FromLaunchProfile = true;
            });
        }

        if (settings.LaunchUrl is { Length: > 0 } launchUrl)
        {
            project.WithUrls(context =>
            {
                foreach (var url in context.Urls.Where(u => u.Endpoint?.EndpointAnnotation.FromLaunchProfile == true))
                {
                    url.Url = Uri.TryCreate(launchUrl, UriKind.Absolute, out _) && !launchUrl.StartsWith('/') ? launchUrl : new Uri(new Uri(url.Url), launchUrl).ToString();
                }
            });
        }

        project.WithEnvironment(context =>
        {
            context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", name);
            foreach (var (variable, value) in settings.EnvironmentVariables)
            {
                context.EnvironmentVariables.TryAdd(variable, Environment.ExpandEnvironmentVariables(value));
            }
        });
        if (settings.CommandLineArgs is { Length: > 0 } line)
        {
            project.WithArgs(context =>
            {
                foreach (var arg in Orchestration.CommandLine.Split(line))
                {
                    context.Args.Add(arg);
                }
            });
        }

        return project;
    }

    private static IResourceBuilder<ProjectResource> ForPublish(this IResourceBuilder<ProjectResource> project, bool isWeb)
    {
        project.WithEnvironment(context =>
        {
            if (project.Resource.GetEndpoints().Any() && !project.Resource.HasAnnotationOfType<DisableForwardedHeadersAnnotation>())
            {
                context.EnvironmentVariables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
            }
        });
        project.WithEnvironment(context =>
        {
            AddPorts(context, project.Resource, "HTTP_PORTS", "http");
            AddPorts(context, project.Resource, "HTTPS_PORTS", "https");
        });
        if (!isWeb)
        {
            return project;
        }

        project.WithEndpoint("http", e => e.UriScheme = "http");
        project.WithEndpoint("https", e =>
        {
            e.UriScheme = "https";
            project.WithAnnotation(new DefaultHttpsEndpointAnnotation(e));
        });
        return project;
    }

    private static void AddUrls(EnvironmentCallbackContext context, ProjectResource project)
    {
        if (context.EnvironmentVariables.ContainsKey("ASPNETCORE_URLS"))
        {
            return;
        }

        var urls = new ReferenceExpressionBuilder();
        foreach (var endpoint in Own(project).Where(e => e.EndpointAnnotation.UriScheme is "http" or "https"))
        {
            if (endpoint.IsHttps)
            {
                context.EnvironmentVariables.TryAdd("ASPNETCORE_HTTPS_PORT", endpoint.Property(EndpointProperty.Port));
            }

            urls.AppendLiteral(urls.IsEmpty ? "" : ";");
            urls.Append($"{endpoint.Property(EndpointProperty.Scheme)}://{endpoint.EndpointAnnotation.TargetHost}:{endpoint.Property(EndpointProperty.TargetPort)}");
        }

        if (!urls.IsEmpty)
        {
            context.EnvironmentVariables["ASPNETCORE_URLS"] = urls.Build();
        }
    }

    private static void AddPorts(EnvironmentCallbackContext context, ProjectResource project, string variable, string scheme)
    {
        var ports = new ReferenceExpressionBuilder();
        var left = project.Annotations.OfType<DefaultHttpsEndpointAnnotation>().LastOrDefault()?.Endpoint;
        foreach (var endpoint in Own(project).Where(e => e.Scheme == scheme && e.EndpointAnnotation != left))
        {
            ports.AppendLiteral(ports.IsEmpty ? "" : ";");
            ports.Append($"{endpoint.Property(EndpointProperty.TargetPort)}");
        }

        if (!ports.IsEmpty)
        {
            context.EnvironmentVariables.TryAdd(variable, ports.Build());
        }
    }

    private static IEnumerable<EndpointReference> Own(ProjectResource project)
        => project.GetEndpoints().Where(e => project.Annotations.OfType<EndpointEnvironmentFilterAnnotation>().All(f => f.Filter(e.EndpointAnnotation)));
}
