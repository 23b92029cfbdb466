using k8s.Models;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>What each service becomes in a cluster.</summary>
internal static class Workloads
{
    /// <summary>Where a service listens, in its container and in the cluster.</summary>
    public const int Port = 8080;

    // Longer than it takes until nobody sends a pod that ends anything new; then the service has its 20 s (ServiceDefaultsExtensions) to finish.
    private const int SecondsBeforeTermination = 5;
    private const int TerminationGraceSeconds = 30;
    private const string PortName = "http";

    /// <summary>Helm expression that changes with what a template gives.</summary>
    public static string ChecksumOf(string file) => $"include (print $.Template.BasePath \"/{file}\") $ | sha256sum";

    /// <summary>The variables without a secret in them.</summary>
    public static V1ConfigMap ConfigMap(Service service, HelmTemplate template) => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = new V1ObjectMeta { Name = service.Name, Labels = Labels.Of(template, service.Name, "service") },
        Data = service.Variables.Where(variable => !variable.Value.Secrets.Any())
            .ToDictionary(variable => variable.Name, variable => variable.Value.InConfigMap(template)),
    };

    public static V1Service ClusterService(Service service, HelmTemplate template) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new V1ObjectMeta { Name = service.Name, Labels = Labels.Of(template, service.Name, "service") },
        Spec = new V1ServiceSpec
        {
            Selector = Labels.Selector(template, service.Name),
            Ports = [new V1ServicePort { Name = PortName, Port = Port, TargetPort = PortName }],
        },
    };

    public static V1Deployment Deployment(Service service, HelmTemplate template)
    {
        var container = Container(service, template, service.Name);
        container.Ports = [new V1ContainerPort { Name = PortName, ContainerPort = Port }];
        container.StartupProbe = Probe("/health", periodSeconds: 5, failureThreshold: 60);
        container.ReadinessProbe = Probe("/health", periodSeconds: 10, failureThreshold: 3);
        container.LivenessProbe = Probe("/alive", periodSeconds: 10, failureThreshold: 3);
        container.Lifecycle = new V1Lifecycle { PreStop = new V1LifecycleHandler { Sleep = new V1SleepAction { Seconds = SecondsBeforeTermination } } };
        var pod = Pod(service, template, "service", container);
        pod.Spec.TerminationGracePeriodSeconds = TerminationGraceSeconds;
        if (service.HasDatabase)
        {
            pod.Spec.InitContainers = [Container(service, template, "await-migrations", "await-migrations")];
        }

        return new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = new V1ObjectMeta { Name = service.Name, Labels = Labels.Of(template, service.Name, "service") },
            Spec = new V1DeploymentSpec
            {
                Replicas = template.Number($"include \"ecommerce.replicas\" (list $ \"{service.Name}\")"),
                Selector = new V1LabelSelector { MatchLabels = Labels.Selector(template, service.Name) },
                Strategy = new V1DeploymentStrategy
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new V1RollingUpdateDeployment { MaxSurge = 1, MaxUnavailable = 0 },
                },
                Template = pod,
            },
        };
    }

    /// <summary>The Job's specification; its name is made of a checksum of it, since a Job cannot be changed.</summary>
    public static V1JobSpec Migration(Service service, HelmTemplate template)
    {
        var pod = Pod(service, template, "migration", Container(service, template, "migrate", "migrate"));

        // A name of its own, so that the service's address never leads to the Job's pod.
        pod.Metadata.Labels = Labels.OfPod(template, MigrationName(service), "migration");
        pod.Spec.RestartPolicy = "Never";
        return new V1JobSpec { BackoffLimit = 6, Template = pod };
    }

    public static V1Job MigrationJob(Service service, HelmTemplate template) => new()
    {
        ApiVersion = "batch/v1",
        Kind = "Job",
        Metadata = new V1ObjectMeta
        {
            Name = template.Text($"printf \"{MigrationName(service)}-%s\" (include \"{MigrationTemplate(service)}\" $ | sha256sum | trunc 10)"),
            Labels = Labels.Of(template, MigrationName(service), "migration"),
        },
    };

    public static string MigrationTemplate(Service service) => $"{MigrationName(service)}.spec";

    public static V1Ingress Ingress(Service service, HelmTemplate template) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "Ingress",
        Metadata = new V1ObjectMeta
        {
            Name = service.Name,
            Labels = Labels.Of(template, service.Name, "service"),
            Annotations = template.Map<string>("toYaml $.Values.ingress.annotations"),
        },
        Spec = new V1IngressSpec
        {
            IngressClassName = template.OptionalText("$.Values.ingress.className"),
            Rules =
            [
                new V1IngressRule
                {
                    Host = template.Text("$.Values.ingress.host"),
                    Http = new V1HTTPIngressRuleValue
                    {
                        Paths =
                        [
                            new V1HTTPIngressPath
                            {
                                Path = "/",
                                PathType = "Prefix",
                                Backend = new V1IngressBackend
                                {
                                    Service = new V1IngressServiceBackend { Name = service.Name, Port = new V1ServiceBackendPort { Name = PortName } },
                                },
                            },
                        ],
                    },
                },
            ],
            Tls = [new V1IngressTLS { SecretName = template.Items("include \"ecommerce.ingressTls\" $") }],
        },
    };

    /// <summary>Where a secret parameter's value stands: under its name in the services' Secret, or in a server's own.</summary>
    public static V1EnvVarSource SecretOf(ParameterResource secret, IEnumerable<Server> servers, HelmTemplate template) => new()
    {
        SecretKeyRef = servers.FirstOrDefault(server => server.Password == secret) is { } server
            ? new V1SecretKeySelector
            {
                Name = template.Text($"include \"ecommerce.passwordSecret\" (list $ \"{server.Name}\")"),
                Key = template.Text($"include \"ecommerce.passwordKey\" (list $ \"{server.Name}\")"),
            }
            : new V1SecretKeySelector { Name = template.Text("include \"ecommerce.secretName\" $"), Key = secret.Name },
    };

    private static string MigrationName(Service service) => $"{service.Name}-migrate";

    private static V1PodTemplateSpec Pod(Service service, HelmTemplate template, string component, V1Container container) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Labels = Labels.OfPod(template, service.Name, component),

            // A pod reads its settings when it starts: other settings make other pods.
            Annotations = new Dictionary<string, string>
            {
                ["checksum/config"] = template.Text(ChecksumOf($"{service.Name}/configmap.yaml")),
                ["checksum/environment"] = template.Text(ChecksumOf("environment.yaml")),
                ["checksum/secret"] = template.Text(ChecksumOf("secret.yaml")),
            },
        },
        Spec = new V1PodSpec
        {
            ServiceAccountName = Labels.PartOf,
            AutomountServiceAccountToken = false,

            // Otherwise each Service of the namespace adds variables such as REDIS_PORT to the pod.
            EnableServiceLinks = false,
            Containers = [container],
        },
    };

    private static V1Container Container(Service service, HelmTemplate template, string name, string? verb = null) => new()
    {
        Name = name,
        Image = template.Text($"include \"ecommerce.image\" (list $ \"{service.Name}\")"),
        ImagePullPolicy = template.Text("$.Values.images.pullPolicy"),
        Args = verb is null ? null : [verb],
        EnvFrom =
        [
            new V1EnvFromSource { ConfigMapRef = new V1ConfigMapEnvSource { Name = service.Name } },
            new V1EnvFromSource { ConfigMapRef = new V1ConfigMapEnvSource { Name = $"{Labels.PartOf}-environment" } },
        ],
        Env = SecretVariables(service, template),
        Resources = new V1ResourceRequirements
        {
            Requests = template.Map<ResourceQuantity>($"include \"ecommerce.resources\" (list $ \"{service.Name}\" \"requests\")"),
            Limits = template.Map<ResourceQuantity>($"include \"ecommerce.resources\" (list $ \"{service.Name}\" \"limits\")"),
        },
    };

    // First what comes from Secrets, then what is composed of it: Kubernetes puts in only what stands above.
    private static List<V1EnvVar> SecretVariables(Service service, HelmTemplate template)
    {
        var direct = new SortedDictionary<string, ParameterResource>(StringComparer.Ordinal);
        var composed = new List<V1EnvVar>();
        foreach (var (name, value) in service.Variables.Where(variable => variable.Value.Secrets.Any()).Select(variable => (variable.Name, variable.Value)))
        {
            if (value.OnlySecret is { } secret)
            {
                Add(name, secret);
                continue;
            }

            foreach (var part in value.Secrets)
            {
                Add(EnvironmentValue.VariableOf(part), part);
            }

            composed.Add(new V1EnvVar { Name = name, Value = value.InContainer(template) });
        }

        var clash = service.Variables.FirstOrDefault(variable => variable.Value.OnlySecret is null && direct.ContainsKey(variable.Name));
        return clash is null
            ? [.. direct.Select(variable => new V1EnvVar { Name = variable.Key, ValueFrom = SecretOf(variable.Value, service.Servers, template) }), .. composed]
            : throw new DistributedApplicationException($"The variable {clash.Name} of {service.Name} has the name that a secret needs in its connection strings.");

        void Add(string name, ParameterResource secret)
        {
            if (!direct.TryAdd(name, secret) && direct[name] != secret)
            {
                throw new DistributedApplicationException($"The variable {name} of {service.Name} stands for two secrets: {direct[name].Name} and {secret.Name}.");
            }
        }
    }

    private static V1Probe Probe(string path, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new V1HTTPGetAction { Path = path, Port = PortName },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 5,
        FailureThreshold = failureThreshold,
    };
}
