using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Publishing;

/// <summary>Makes the objects of the Kubernetes API that a resource consists of.</summary>
internal sealed class WorkloadBuilder(KubernetesEnvironmentResource environment, KubernetesResource mapped)
{
    private readonly IResource _resource = mapped.TargetResource;
    private readonly string _name = mapped.TargetResource.Name.ToLowerInvariant();

    private Dictionary<string, string> Labels => new(mapped.Labels);

    internal void Build()
    {
        var template = new PodTemplateSpecV1 { Metadata = { Labels = Labels }, Spec = { Containers = { Container() } } };
        AddVolumes(template);
        mapped.Workload = _resource is IResourceWithConnectionString
            ? new StatefulSet
            {
                Metadata = { Name = $"{_name}-statefulset", Labels = Labels },
                Spec = { Selector = new LabelSelectorV1(Labels), Replicas = _resource.GetReplicaCount(), Template = template },
            }
            : new Deployment
            {
                Metadata = { Name = $"{_name}-deployment", Labels = Labels },
                Spec =
                {
                    Selector = new LabelSelectorV1(Labels),
                    Replicas = _resource.GetReplicaCount(),
                    Template = template,
                    Strategy = new DeploymentStrategyV1 { Type = "RollingUpdate", RollingUpdate = new RollingUpdateDeploymentV1 { MaxUnavailable = 1, MaxSurge = 1 } },
                },
            };

        if (mapped.Configuration.Count > 0)
        {
            mapped.ConfigMap = new ConfigMap { Metadata = { Name = $"{_name}-config", Labels = Labels } };
            Fill(mapped.ConfigMap.Data, mapped.Configuration);
        }

        if (mapped.Secrets.Count > 0)
        {
            mapped.Secret = new Secret { Metadata = { Name = $"{_name}-secrets", Labels = Labels } };
            Fill(mapped.Secret.StringData, mapped.Secrets);
        }

        if (mapped.Endpoints.Count > 0)
        {
            mapped.Service = new Service { Metadata = { Name = $"{_name}-service", Labels = Labels }, Spec = { Selector = Labels, Type = environment.DefaultServiceType } };
            foreach (var endpoint in Distinct())
            {
                mapped.Service.Spec.Ports.Add(new ServicePortV1
                {
                    Name = endpoint.Name, Protocol = endpoint.Protocol,
                    Port = new Int32OrStringV1((endpoint.ServicePort ?? endpoint.Port).Scalar), TargetPort = new Int32OrStringV1(endpoint.Port.Scalar),
                });
            }
        }
    }

    private static void Fill(Dictionary<string, string> data, Dictionary<string, HelmValue> values)
    {
        // Variables whose names differ in case only would be one on some systems: the first one counts.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values.Where(v => seen.Add(v.Key)))
        {
            data[name] = value.InTemplate;
        }
    }

    private ContainerV1 Container()
    {
        var container = new ContainerV1 { Name = _resource.Name, Image = Image(), ImagePullPolicy = environment.DefaultImagePullPolicy };
        if (_resource is ContainerResource { Entrypoint: { } entrypoint })
        {
            container.Command.Add(entrypoint);
        }

        container.Args.AddRange(mapped.Args);
        if (mapped.Configuration.Count > 0)
        {
            container.EnvFrom.Add(new EnvFromSourceV1 { ConfigMapRef = new ConfigMapEnvSourceV1 { Name = $"{_name}-config" } });
        }

        if (mapped.Secrets.Count > 0)
        {
            container.EnvFrom.Add(new EnvFromSourceV1 { SecretRef = new SecretEnvSourceV1 { Name = $"{_name}-secrets" } });
        }

        foreach (var endpoint in Distinct())
        {
            container.Ports.Add(new ContainerPortV1 { Name = endpoint.Name, Protocol = endpoint.Protocol, ContainerPort = new Int32OrStringV1(endpoint.Port.Scalar) });
        }

        foreach (var probe in _resource.Annotations.OfType<EndpointProbeAnnotation>())
        {
            AddProbe(container, probe);
        }

        return container;
    }

    private string Image()
    {
        if (_resource is not ProjectResource && _resource.TryGetContainerImageName(out var image))
        {
            return image;
        }

        var key = $"{Helm.Key(_resource.Name)}_image";
        var value = new HelmValue(Helm.ValueOf(Helm.Parameters, _resource.Name, key), $"{_resource.Name}:latest");
        mapped.Parameters[key] = value;
        return value.Scalar;
    }

    private void AddProbe(ContainerV1 container, EndpointProbeAnnotation annotation)
    {
        if (!mapped.Endpoints.TryGetValue(annotation.EndpointReference.EndpointName, out var endpoint))
        {
            return;
        }

        var probe = new ProbeV1
        {
            HttpGet = new HttpGetActionV1 { Path = annotation.Path, Port = endpoint.Port.Scalar!, Scheme = endpoint.Scheme },
            InitialDelaySeconds = annotation.InitialDelaySeconds,
            PeriodSeconds = annotation.PeriodSeconds,
            TimeoutSeconds = annotation.TimeoutSeconds,
            FailureThreshold = annotation.FailureThreshold,
            SuccessThreshold = annotation.SuccessThreshold,
        };
        switch (annotation.Type)
        {
            case ProbeType.Startup:
                container.StartupProbe = probe;
                break;
            case ProbeType.Readiness:
                container.ReadinessProbe = probe;
                break;
            default:
                container.LivenessProbe = probe;
                break;
        }
    }

    private void AddVolumes(PodTemplateSpecV1 template)
    {
        foreach (var mount in _resource.Annotations.OfType<ContainerMountAnnotation>())
        {
            var name = mount.Type == ContainerMountType.BindMount
                ? throw new InvalidOperationException("Bind mounts are not supported by the Kubernetes publisher")
                : mount.Source ?? throw new InvalidOperationException("Volume source and target must be set");
            template.Spec.Containers[0].VolumeMounts.Add(new VolumeMountV1 { Name = name, MountPath = mount.Target, ReadOnly = mount.IsReadOnly ? true : null });
            template.Spec.Volumes.Add(environment.DefaultStorageType.ToLowerInvariant() switch
            {
                "emptydir" => new VolumeV1 { Name = name, EmptyDir = new EmptyDirVolumeSourceV1() },
                "hostpath" => new VolumeV1 { Name = name, HostPath = new HostPathVolumeSourceV1 { Path = mount.Target, Type = "Directory" } },
                "pvc" => new VolumeV1 { Name = name, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceV1 { ClaimName = Claim(name).Metadata.Name } },
                var other => throw new InvalidOperationException($"Unsupported storage type: {other}"),
            });
        }
    }

    private PersistentVolumeClaim Claim(string volume)
    {
        var name = $"{_name}-{volume}-pvc";
        if (mapped.Claims.Find(c => c.Metadata.Name == name) is { } existing)
        {
            return existing;
        }

        var claim = new PersistentVolumeClaim
        {
            Metadata = { Name = name, Labels = Labels },
            Spec = new PersistentVolumeClaimSpecV1 { Resources = new VolumeResourceRequirementsV1() },
        };
        claim.Spec.AccessModes.Add(environment.DefaultStorageReadWritePolicy);
        claim.Spec.Resources.Requests.Add("storage", environment.DefaultStorageSize);
        if (environment.DefaultStorageClassName is { Length: > 0 } storageClass)
        {
            claim.Spec.StorageClassName = storageClass;
        }

        mapped.Claims.Add(claim);
        return claim;
    }

    /// <summary>Endpoints that share a port show once.</summary>
    private IEnumerable<KubernetesResource.EndpointMapping> Distinct() => mapped.Endpoints.Values.DistinctBy(e => (e.Port.Scalar, e.Protocol));
}
