using k8s.Models;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>
/// A server that the services use. The chart runs it as a StatefulSet with a volume, or, with <c>enabled: false</c>, names one that is there.
/// </summary>
internal abstract class Server(ContainerResource resource, ParameterResource? userName, ParameterResource password, int port)
{
    public ContainerResource Resource => resource;

    public string Name => resource.Name;

    /// <summary>The parameter with the name that clients log in with.</summary>
    public ParameterResource? UserName => userName;

    /// <summary>The parameter with the clients' password.</summary>
    public ParameterResource Password => password;

    public int Port => port;

    public IReadOnlyList<Variable> Variables { get; set; } = [];

    /// <summary>What the values say about it by default.</summary>
    public abstract string StorageSize { get; }

    public string Image => resource.Annotations.OfType<ContainerImageAnnotation>().Last() is { Tag: { Length: > 0 } tag } image
        ? string.Join('/', new[] { image.Registry, image.Image }.Where(part => !string.IsNullOrEmpty(part))) + ":" + tag
        : throw new DistributedApplicationException($"The image of {resource.Name} has no tag.");

    /// <summary>Helm expression of the address.</summary>
    public string Host => $"include \"ecommerce.serverHost\" (list $ \"{Name}\")";

    /// <summary>Helm expression of the port.</summary>
    public string PortExpression => $"include \"ecommerce.serverPort\" (list $ \"{Name}\" {port})";

    /// <summary>Helm expression that is <c>True</c> where clients speak TLS with it.</summary>
    public string UsesTls => $"include \"ecommerce.serverTls\" (list $ \"{Name}\")";

    /// <summary>The folder of the image that has to outlive the pod.</summary>
    protected abstract string DataFolder { get; }

    protected virtual IList<string>? Arguments(HelmTemplate template) => null;

    /// <summary>A command that succeeds once clients are served.</summary>
    protected abstract string[] IsReady { get; }

    /// <summary>A command that succeeds as long as the program works.</summary>
    protected virtual string[] IsAlive => IsReady;

    /// <summary>How long each command may take; RabbitMQ's start an Erlang machine of their own.</summary>
    protected virtual int ProbeSeconds => 5;

    public static Server Of(ContainerResource resource) => resource switch
    {
        PostgresServerResource postgres => new PostgresServer(postgres),
        RedisResource redis => new RedisServer(redis),
        RabbitMQServerResource messaging => new MessagingServer(messaging),
        _ => throw new DistributedApplicationException($"{resource.Name} is a {resource.GetType().Name}, which the publisher does not know."),
    };

    public V1StatefulSet StatefulSet(HelmTemplate template)
    {
        const string Volume = "data";
        return new V1StatefulSet
        {
            ApiVersion = "apps/v1",
            Kind = "StatefulSet",
            Metadata = new V1ObjectMeta { Name = Name, Labels = Labels.Of(template, Name, "server") },
            Spec = new V1StatefulSetSpec
            {
                Replicas = 1,
                ServiceName = Name,
                Selector = new V1LabelSelector { MatchLabels = Labels.Selector(template, Name) },
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta
                    {
                        Labels = Labels.OfPod(template, Name, "server"),
                        Annotations = new Dictionary<string, string> { ["checksum/secret"] = template.Text(Workloads.ChecksumOf("secret.yaml")) },
                    },
                    Spec = new V1PodSpec
                    {
                        ServiceAccountName = Labels.PartOf,
                        AutomountServiceAccountToken = false,
                        EnableServiceLinks = false,
                        TerminationGracePeriodSeconds = 60,
                        Containers =
                        [
                            new V1Container
                            {
                                Name = Name,
                                Image = template.Text($"$.Values.{Name}.image"),
                                ImagePullPolicy = template.Text("$.Values.images.pullPolicy"),
                                Args = Arguments(template),
                                Env = [.. Variables.Select(variable => ContainerVariable(variable, template))],
                                Ports = [new V1ContainerPort { Name = Name, ContainerPort = port }],
                                StartupProbe = Probe(IsReady, periodSeconds: 10, failureThreshold: 30),
                                ReadinessProbe = Probe(IsReady, periodSeconds: 10, failureThreshold: 3),
                                LivenessProbe = Probe(IsAlive, periodSeconds: 30, failureThreshold: 3),
                                Resources = new V1ResourceRequirements
                                {
                                    Requests = template.Map<ResourceQuantity>($"toYaml $.Values.{Name}.resources.requests"),
                                    Limits = template.Map<ResourceQuantity>($"toYaml $.Values.{Name}.resources.limits"),
                                },
                                VolumeMounts = [new V1VolumeMount { Name = Volume, MountPath = DataFolder }],
                            },
                        ],
                    },
                },
                VolumeClaimTemplates =
                [
                    new V1PersistentVolumeClaim
                    {
                        ApiVersion = "v1",
                        Kind = "PersistentVolumeClaim",
                        Metadata = new V1ObjectMeta { Name = Volume, Labels = Labels.Selector(template, Name) },
                        Spec = new V1PersistentVolumeClaimSpec
                        {
                            AccessModes = ["ReadWriteOnce"],
                            StorageClassName = template.OptionalText($"$.Values.{Name}.storage.className"),
                            Resources = new V1VolumeResourceRequirements
                            {
                                Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = template.Quantity($"$.Values.{Name}.storage.size") },
                            },
                        },
                    },
                ],
            },
        };
    }

    /// <summary>A headless Service: the pod's own address, without a proxy that cuts idle connections.</summary>
    public V1Service HeadlessService(HelmTemplate template) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new V1ObjectMeta { Name = Name, Labels = Labels.Of(template, Name, "server") },
        Spec = new V1ServiceSpec
        {
            ClusterIP = "None",
            Selector = Labels.Selector(template, Name),
            Ports = [new V1ServicePort { Name = Name, Port = port, TargetPort = Name }],
        },
    };

    private V1EnvVar ContainerVariable(Variable variable, HelmTemplate template) =>
        variable.Value.OnlySecret is { } secret
            ? new V1EnvVar { Name = variable.Name, ValueFrom = Workloads.SecretOf(secret, [this], template) }
            : new V1EnvVar { Name = variable.Name, Value = variable.Value.InContainer(template) };

    private V1Probe Probe(string[] command, int periodSeconds, int failureThreshold) => new()
    {
        Exec = new V1ExecAction { Command = command },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = ProbeSeconds,
        FailureThreshold = failureThreshold,
    };
}

internal sealed class PostgresServer(PostgresServerResource resource)
    : Server(resource, resource.UserNameParameter, resource.PasswordParameter, port: 5432)
{
    /// <summary>Helm expression of what each connection string ends with.</summary>
    public string ConnectionOptions => $"include \"ecommerce.connectionOptions\" (list $ \"{Name}\")";

    public override string StorageSize => "20Gi";

    // From PostgreSQL 18 on the image keeps its data in a folder for each version below this one.
    protected override string DataFolder => "/var/lib/postgresql";

    // By TCP: while the image sets the database up, a server answers on the socket only.
    protected override string[] IsReady => ["sh", "-c", "pg_isready --quiet --host=127.0.0.1 --username=\"$POSTGRES_USER\""];

    // Ten services with two replicas may hold thirty connections each.
    protected override IList<string> Arguments(HelmTemplate template) => ["-c", template.Text($"printf \"max_connections=%v\" $.Values.{Name}.maxConnections")];
}

internal sealed class RedisServer(RedisResource resource) : Server(resource, userName: null, resource.PasswordParameter!, port: 6379)
{
    public override string StorageSize => "2Gi";

    protected override string DataFolder => "/data";

    protected override string[] IsReady => ["sh", "-c", "REDISCLI_AUTH=\"$REDIS_PASSWORD\" redis-cli ping | grep --quiet PONG"];

    // The model's own arguments keep nothing on the disk.
    protected override IList<string> Arguments(HelmTemplate template) => ["redis-server", "--requirepass", "$(REDIS_PASSWORD)", "--appendonly", "yes"];
}

internal sealed class MessagingServer(RabbitMQServerResource resource)
    : Server(resource, resource.UserNameParameter, resource.PasswordParameter, port: 5672)
{
    public override string StorageSize => "8Gi";

    protected override string DataFolder => "/var/lib/rabbitmq";

    protected override string[] IsReady => ["rabbitmq-diagnostics", "--quiet", "check_port_connectivity"];

    protected override string[] IsAlive => ["rabbitmq-diagnostics", "--quiet", "ping"];

    protected override int ProbeSeconds => 15;
}
