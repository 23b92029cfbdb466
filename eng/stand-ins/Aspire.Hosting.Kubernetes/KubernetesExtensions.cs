using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Publishing;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting;

/// <summary>Adds Kubernetes environments.</summary>
public static class KubernetesEnvironmentExtensions
{
    /// <summary>An environment, for which publishing writes a Helm chart; in run mode it is no part of the model.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> AddKubernetesEnvironment(this IDistributedApplicationBuilder builder, [ResourceName] string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var environment = new KubernetesEnvironmentResource(name)
        {
            ChartName = builder.Environment.ApplicationName.ToLowerInvariant().Replace('_', '-').Replace('.', '-'),
            Dashboard = builder.CreateResourceBuilder(new KubernetesAspireDashboardResource($"{name}-dashboard"))
                .WithImage("dotnet/nightly/aspire-dashboard", "13.5")
                .WithImageRegistry("mcr.microsoft.com")
                .WithHttpEndpoint(targetPort: 18888)
                .WithHttpEndpoint(name: "otlp-grpc", targetPort: 18889)
                .WithHttpEndpoint(name: "otlp-http", targetPort: 18890),
        };
        environment.Dashboard.WithEndpoint("http", e => e.IsExternal = true);
        if (builder.ExecutionContext.IsRunMode)
        {
            return builder.CreateResourceBuilder(environment);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IApplicationPublisher, KubernetesPublisher>());
        return builder.AddResource(environment);
    }

    /// <summary>Sets properties.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> WithProperties(this IResourceBuilder<KubernetesEnvironmentResource> builder, Action<KubernetesEnvironmentResource> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Resource);
        return builder;
    }

    /// <summary>Names the chart.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> WithHelm(this IResourceBuilder<KubernetesEnvironmentResource> builder, Action<HelmChartOptions>? configure = null)
    {
        configure?.Invoke(new HelmChartOptions(builder.Resource));
        return builder;
    }

    /// <summary>Whether a dashboard is deployed too.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> WithDashboard(this IResourceBuilder<KubernetesEnvironmentResource> builder, bool enabled = true)
    {
        builder.Resource.DashboardEnabled = enabled;
        return builder;
    }

    /// <summary>Deploys a dashboard too, and changes it.</summary>
    public static IResourceBuilder<KubernetesEnvironmentResource> WithDashboard(this IResourceBuilder<KubernetesEnvironmentResource> builder, Action<IResourceBuilder<KubernetesAspireDashboardResource>> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.Resource.DashboardEnabled = true;
        configure(builder.Resource.Dashboard!);
        return builder;
    }
}

/// <summary>Changes what a resource becomes in the cluster.</summary>
public static class KubernetesServiceExtensions
{
    /// <summary>Changes what a resource becomes in the cluster, when publishing.</summary>
    public static IResourceBuilder<T> PublishAsKubernetesService<T>(this IResourceBuilder<T> builder, Action<KubernetesResource> configure) where T : IComputeResource
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.ApplicationBuilder.ExecutionContext.IsPublishMode ? builder.WithAnnotation(new CustomizationAnnotation(configure)) : builder;
    }

    internal sealed class CustomizationAnnotation(Action<KubernetesResource> configure) : IResourceAnnotation
    {
        internal Action<KubernetesResource> Configure { get; } = configure;
    }
}

/// <summary>Adds ingresses.</summary>
public static class KubernetesIngressExtensions
{
    /// <summary>An ingress.</summary>
    public static IResourceBuilder<KubernetesIngressResource> AddIngress(this IResourceBuilder<KubernetesEnvironmentResource> builder, [ResourceName] string name)
    {
        var ingress = new KubernetesIngressResource(name, builder.Resource);
        return builder.ApplicationBuilder.ExecutionContext.IsRunMode
            ? builder.ApplicationBuilder.CreateResourceBuilder(ingress)
            : builder.ApplicationBuilder.AddResource(ingress).ExcludeFromManifest();
    }

    /// <summary>The class of the controller.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithIngressClass(this IResourceBuilder<KubernetesIngressResource> builder, string className)
        => builder.With(i => i.IngressClassName = ReferenceExpression.Create($"{className}"));

    /// <summary>The class of the controller.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithIngressClass(this IResourceBuilder<KubernetesIngressResource> builder, IResourceBuilder<ParameterResource> className)
        => builder.With(i => i.IngressClassName = ReferenceExpression.Create($"{className}"));

    /// <summary>A path of all hosts.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithPath(this IResourceBuilder<KubernetesIngressResource> builder, string path, EndpointReference endpoint, IngressPathType pathType = IngressPathType.Prefix)
        => builder.With(i => i.Paths.Add((null, Checked(path), pathType, endpoint)));

    /// <summary>A path of a host.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithPath(this IResourceBuilder<KubernetesIngressResource> builder, string host, string path, EndpointReference endpoint, IngressPathType pathType = IngressPathType.Prefix)
        => builder.With(i => i.Paths.Add((host, Checked(path), pathType, endpoint)));

    /// <summary>A host of the certificates. By itself it makes no rule.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithHostname(this IResourceBuilder<KubernetesIngressResource> builder, string hostname)
        => builder.With(i => i.Hostnames.Add(ReferenceExpression.Create($"{hostname}")));

    /// <summary>A host of the certificates. By itself it makes no rule.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithHostname(this IResourceBuilder<KubernetesIngressResource> builder, IResourceBuilder<ParameterResource> hostname)
        => builder.With(i => i.Hostnames.Add(ReferenceExpression.Create($"{hostname}")));

    /// <summary>The secret with the certificate, named after the ingress.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithTls(this IResourceBuilder<KubernetesIngressResource> builder)
        => builder.WithTls($"{builder.Resource.Name}-tls");

    /// <summary>The secret with the certificate.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithTls(this IResourceBuilder<KubernetesIngressResource> builder, string secretName)
        => builder.With(i => i.TlsSecrets.Add(ReferenceExpression.Create($"{secretName}")));

    /// <summary>The secret with the certificate.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithTls(this IResourceBuilder<KubernetesIngressResource> builder, IResourceBuilder<ParameterResource> secretName)
        => builder.With(i => i.TlsSecrets.Add(ReferenceExpression.Create($"{secretName}")));

    /// <summary>Where all goes that no path takes.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithDefaultBackend(this IResourceBuilder<KubernetesIngressResource> builder, EndpointReference endpoint)
        => builder.With(i => i.DefaultBackend = endpoint);

    /// <summary>A setting for the controller.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithIngressAnnotation(this IResourceBuilder<KubernetesIngressResource> builder, string key, string value)
        => builder.With(i => i.IngressAnnotations[key] = ReferenceExpression.Create($"{value}"));

    /// <summary>A setting for the controller.</summary>
    public static IResourceBuilder<KubernetesIngressResource> WithIngressAnnotation(this IResourceBuilder<KubernetesIngressResource> builder, string key, IResourceBuilder<ParameterResource> value)
        => builder.With(i => i.IngressAnnotations[key] = ReferenceExpression.Create($"{value}"));

    private static string Checked(string path) => path.StartsWith('/') ? path : throw new ArgumentException("Path must start with '/'.", nameof(path));

    private static IResourceBuilder<KubernetesIngressResource> With(this IResourceBuilder<KubernetesIngressResource> builder, Action<KubernetesIngressResource> change)
    {
        change(builder.Resource);
        return builder;
    }
}
