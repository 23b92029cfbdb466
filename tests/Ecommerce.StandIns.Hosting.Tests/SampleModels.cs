using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>Two models of which there are charts that the real publisher wrote.</summary>
internal static class SampleModels
{
    /// <summary>Everything as it comes.</summary>
    internal static void Defaults(IDistributedApplicationBuilder builder)
    {
        builder.AddKubernetesEnvironment("k8s");
        var jwtKey = builder.AddParameter("jwt-key", secret: true);
        var region = builder.AddParameter("region", "eu-west-1");
        var ordersdb = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("ordersdb");
        var redis = builder.AddRedis("redis");
        var messaging = builder.AddRabbitMQ("messaging");
        var x = builder.AddProject<Chart.X>("x")
            .WithReference(ordersdb).WaitFor(ordersdb).WithReference(redis).WithReference(messaging)
            .WithEnvironment("Jwt__Key", jwtKey).WithEnvironment("Region", region).WithEnvironment("Feature__Flag", "on")
            .WithHttpProbe(ProbeType.Readiness, "/health").WithHttpProbe(ProbeType.Liveness, "/alive")
            .WithReplicas(2)
            .PublishAsKubernetesService(k =>
            {
                var deployment = (Deployment)k.Workload!;
                deployment.Spec.Replicas = 3;
                Limit(deployment.Spec.Template.Spec.Containers[0]);
                var scaler = new HorizontalPodAutoscalerV2
                {
                    Metadata = { Name = "x-hpa" },
                    Spec = new HorizontalPodAutoscalerSpecV2
                    {
                        MinReplicas = 2, MaxReplicas = 10,
                        ScaleTargetRef = new CrossVersionObjectReferenceV2 { ApiVersion = "apps/v1", Kind = "Deployment", Name = deployment.Metadata.Name },
                    },
                };
                scaler.Spec.Metrics.Add(new MetricSpecV2 { Type = "Resource", Resource = Cpu() });
                k.AdditionalResources.Add(scaler);
            });
        builder.AddProject<Chart.Y>("y")
            .WithHttpEndpoint().WithExternalHttpEndpoints()
            .WithHttpProbe(ProbeType.Readiness, "/health", endpointName: "http").WithHttpProbe(ProbeType.Liveness, "/alive", endpointName: "http")
            .WithReference(x).WaitFor(x);
    }

    /// <summary>With all that a cluster of today asks for.</summary>
    internal static void Production(IDistributedApplicationBuilder builder)
    {
        var k8s = builder.AddKubernetesEnvironment("k8s").WithDashboard(false)
            .WithProperties(e => (e.DefaultStorageType, e.DefaultStorageSize, e.DefaultStorageClassName) = ("pvc", "10Gi", "standard"))
            .WithHelm(h => h.WithChartName("orders").WithChartVersion("1.2.3").WithChartDescription("Orders").WithNamespace("orders").WithReleaseName("orders"));
        var jwtKey = builder.AddParameter("jwt-key", secret: true);
        var region = builder.AddParameter("region", "eu-west-1", publishValueAsDefault: true);
        var ordersdb = builder.AddPostgres("postgres", password: builder.AddParameter("pg-password", secret: true)).WithDataVolume("pgdata").AddDatabase("ordersdb", databaseName: "orders");
        var redis = builder.AddRedis("redis");
        var messaging = builder.AddRabbitMQ("messaging").WithManagementPlugin();
        var x = builder.AddProject<Chart.X>("x")
            .WithReference(ordersdb).WaitFor(ordersdb).WithReference(redis).WithReference(messaging)
            .WithEnvironment("Jwt__Key", jwtKey).WithEnvironment("Region", region)
            .WithHttpProbe(ProbeType.Readiness, "/health", endpointName: "http").WithHttpProbe(ProbeType.Liveness, "/alive", endpointName: "http")
            .WithReplicas(2)
            .PublishAsKubernetesService(k => Harden(k, scaled: true));
        var y = builder.AddProject<Chart.Y>("y")
            .WithHttpEndpoint().WithExternalHttpEndpoints().WithReference(x).WaitFor(x)
            .PublishAsKubernetesService(k => Harden(k, scaled: false));
        k8s.AddIngress("public").WithIngressClass("nginx").WithHostname("orders.example.com").WithPath("/", y.GetEndpoint("http")).WithTls("orders-tls");
    }

    private static void Harden(KubernetesResource resource, bool scaled)
    {
        var deployment = (Deployment)resource.Workload!;
        foreach (var container in deployment.Spec.Template.Spec.Containers)
        {
            foreach (var probe in new[] { container.LivenessProbe, container.ReadinessProbe }.OfType<ProbeV1>())
            {
                probe.HttpGet!.Scheme = "HTTP";
            }

            container.StartupProbe = new ProbeV1 { HttpGet = new() { Path = "/alive", Port = "http", Scheme = "HTTP" }, PeriodSeconds = 5, FailureThreshold = 30 };
            Limit(container);
        }

        if (!scaled)
        {
            return;
        }

        deployment.Spec.Replicas = null;
        var name = resource.Name;
        var scaler = new HorizontalPodAutoscalerV2
        {
            Metadata = { Name = $"{name}-hpa" },
            Spec = new HorizontalPodAutoscalerSpecV2
            {
                MinReplicas = 2, MaxReplicas = 10, Behavior = null!,
                ScaleTargetRef = new CrossVersionObjectReferenceV2 { ApiVersion = "apps/v1", Kind = "Deployment", Name = deployment.Metadata.Name, Metadata = null! },
            },
        };
        scaler.Spec.Metrics.Add(new MetricSpecV2 { Type = "Resource", ContainerResource = null!, External = null!, Pods = null!, Object = null!, Resource = Cpu() });
        resource.AdditionalResources.Add(scaler);
        resource.AdditionalResources.Add(new PodDisruptionBudget
        {
            Metadata = { Name = $"{name}-pdb" },
            Spec = { MinAvailable = 1, Selector = { MatchLabels = deployment.Spec.Selector.MatchLabels } },
        });
    }

    private static void Limit(ContainerV1 container)
    {
        container.Resources = new ResourceRequirementsV1();
        container.Resources.Requests["cpu"] = "100m";
        container.Resources.Requests["memory"] = "128Mi";
        container.Resources.Limits["cpu"] = "500m";
        container.Resources.Limits["memory"] = "512Mi";
    }

    private static ResourceMetricSourceV2 Cpu() => new() { Name = "cpu", Target = new MetricTargetV2 { Type = "Utilization", AverageUtilization = 70 } };
}
