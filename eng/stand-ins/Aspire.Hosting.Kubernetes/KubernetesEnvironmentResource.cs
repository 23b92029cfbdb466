using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A cluster, as a chart that is written for it.</summary>
public sealed class KubernetesEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    /// <summary>Whether a dashboard is deployed too.</summary>
    public bool DashboardEnabled { get; set; } = true;

    /// <summary>emptyDir, hostPath or pvc.</summary>
    public string DefaultStorageType { get; set; } = "emptyDir";

    /// <summary>The class of the claims.</summary>
    public string? DefaultStorageClassName { get; set; }

    /// <summary>The size of the claims.</summary>
    public string DefaultStorageSize { get; set; } = "1Gi";

    /// <summary>The access mode of the claims.</summary>
    public string DefaultStorageReadWritePolicy { get; set; } = "ReadWriteOnce";

    /// <summary>When images are pulled.</summary>
    public string DefaultImagePullPolicy { get; set; } = "IfNotPresent";

    /// <summary>The type of the services.</summary>
    public string DefaultServiceType { get; set; } = "ClusterIP";

    internal string ChartName { get; set; } = "aspire";

    internal string ChartVersion { get; set; } = "0.1.0";

    internal string ChartDescription { get; set; } = "Aspire Helm Chart";

    internal IResourceBuilder<KubernetesAspireDashboardResource>? Dashboard { get; set; }
}

/// <summary>The dashboard in the cluster.</summary>
public class KubernetesAspireDashboardResource(string name) : ContainerResource(name)
{
    /// <summary>Where browsers find it.</summary>
    public EndpointReference PrimaryEndpoint => new(this, "http");

    /// <summary>Where telemetry goes.</summary>
    public EndpointReference OtlpGrpcEndpoint => new(this, "otlp-grpc");
}

/// <summary>How the chart is called.</summary>
public sealed class HelmChartOptions
{
    private readonly KubernetesEnvironmentResource _environment;

    internal HelmChartOptions(KubernetesEnvironmentResource environment) => _environment = environment;

    /// <summary>The chart's name.</summary>
    public HelmChartOptions WithChartName(string chartName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chartName);
        _environment.ChartName = chartName;
        return this;
    }

    /// <summary>The chart's version.</summary>
    public HelmChartOptions WithChartVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _environment.ChartVersion = version;
        return this;
    }

    /// <summary>What the chart is.</summary>
    public HelmChartOptions WithChartDescription(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        _environment.ChartDescription = description;
        return this;
    }

    /// <summary>The namespace to deploy to; it is not part of the chart.</summary>
    public HelmChartOptions WithNamespace(string @namespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        return this;
    }

    /// <summary>The release to deploy as; it is not part of the chart.</summary>
    public HelmChartOptions WithReleaseName(string releaseName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(releaseName);
        return this;
    }
}
