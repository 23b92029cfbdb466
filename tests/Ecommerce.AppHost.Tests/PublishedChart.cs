using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Ecommerce.AppHost.Tests;
using k8s;
using k8s.Models;

[assembly: AssemblyFixture(typeof(PublishedChart))]

namespace Ecommerce.AppHost.Tests;

/// <summary>The chart that the real AppHost publishes, written once for all tests, and what Helm makes of it.</summary>
public sealed class PublishedChart : IAsyncLifetime
{
    /// <summary>A value for every secret, so that one that leaks is recognized.</summary>
    internal const string SecretMark = "SecretValueOfTheTest";

    private readonly ConcurrentDictionary<string, Task<string>> _rendered = new();

    /// <summary>What a cluster has to say, with its secrets in a Secret that is there.</summary>
    internal static string[] RequiredValues { get; } =
    [
        "images.registry=registry.example/shop", "parameters.first-admin-email=owner@shop.example", "parameters.images-bucket=images",
        "parameters.images-endpoint=https://storage.example", $"parameters.sendgrid-webhook-public-key={PublicKey()}",
    ];

    internal static string[] ExistingSecret { get; } = [.. RequiredValues, "secrets.existingSecret=shop-secrets"];

    internal static string[] ExternalServers { get; } =
    [
        "postgres.enabled=false", "postgres.host=db.example", "postgres.port=6432", "postgres.username=shop", "postgres.connectionOptions=SSL Mode=VerifyFull",
        "redis.enabled=false", "redis.host=cache.example", "redis.port=6380", "redis.tls=true",
        "messaging.enabled=false", "messaging.host=broker.example", "messaging.port=5671", "messaging.username=shop", "messaging.tls=true",
    ];

    internal string Folder { get; } = Directory.CreateTempSubdirectory("ecommerce-chart-").FullName;

    internal TimeSpan PublishTime { get; private set; }

    /// <summary>The names of the services' secrets, as the values list them.</summary>
    internal async Task<string[]> SecretNamesAsync()
    {
        var values = KubernetesYaml.Deserialize<Dictionary<string, object>>(await File.ReadAllTextAsync(Path.Combine(Folder, "values.yaml")));
        return [.. ((IDictionary<object, object>)((IDictionary<object, object>)values["secrets"])["values"]).Keys.Cast<string>()];
    }

    /// <summary>Values with which the chart makes the Secret itself.</summary>
    internal async Task<string[]> CreatedSecretAsync() =>
        [.. RequiredValues, "secrets.create=true", .. (await SecretNamesAsync()).Select(name => $"secrets.values.{name}={SecretMark}-{name}-0123456789")];

    public async ValueTask InitializeAsync()
    {
        var watch = Stopwatch.StartNew();
        await PublishAsync(Folder);
        PublishTime = watch.Elapsed;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static async Task PublishAsync(string folder, params string[] settings) =>
        (await Programs.RunAsync("dotnet", [Programs.Of("", "Ecommerce.AppHost"), "--operation", "publish", "--output-path", folder, .. settings])).Succeeded();

    internal Task<Outcome> TemplateAsync(params string[] values) =>
        Programs.RunAsync(Programs.Helm, ["template", "shop", Folder, .. values.SelectMany(value => new[] { "--set", value })]);

    /// <summary>All manifests as text.</summary>
    internal Task<string> RenderAsync(params string[] values) =>
        _rendered.GetOrAdd(string.Join('\n', values), async _ => (await TemplateAsync(values)).Succeeded());

    /// <summary>All manifests as Kubernetes' types; a property that does not exist throws.</summary>
    internal async Task<Manifests> ManifestsAsync(params string[] values) =>
        new(KubernetesYaml.LoadAllFromString(await RenderAsync(values), typeMap: null, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>().ToArray());


    private static string PublicKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}

/// <summary>What Helm rendered.</summary>
internal sealed record Manifests(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> All)
{
    public IEnumerable<V1Deployment> Deployments => All.OfType<V1Deployment>();

    public IEnumerable<V1Job> Jobs => All.OfType<V1Job>();

    public IEnumerable<V1StatefulSet> Servers => All.OfType<V1StatefulSet>();

    /// <summary>Every workload's pods.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Pod)> Pods =>
    [
        .. Deployments.Select(workload => (workload.Metadata.Name, workload.Spec.Template)),
        .. Jobs.Select(workload => (workload.Metadata.Name, workload.Spec.Template)),
        .. Servers.Select(workload => (workload.Metadata.Name, workload.Spec.Template)),
    ];

    public static IEnumerable<V1Container> ContainersOf(V1PodTemplateSpec pod) => [.. pod.Spec.InitContainers ?? [], .. pod.Spec.Containers];

    /// <summary>A container's variables as the kubelet makes them: ConfigMaps, then its own, with what <c>$(…)</c> names put in.</summary>
    public Dictionary<string, string> EnvironmentOf(V1Container container)
    {
        var variables = new Dictionary<string, string>();
        foreach (var source in container.EnvFrom ?? [])
        {
            foreach (var (name, value) in All.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == source.ConfigMapRef.Name).Data ?? new Dictionary<string, string>())
            {
                variables[name] = value;
            }
        }

        foreach (var variable in container.Env ?? [])
        {
            variables[variable.Name] = variable.ValueFrom?.SecretKeyRef is { } key
                ? All.OfType<V1Secret>().SingleOrDefault(secret => secret.Metadata.Name == key.Name)?.StringData[key.Key] ?? $"<{key.Name}/{key.Key}>"
                : variables.Aggregate(variable.Value, (text, known) => text.Replace($"$({known.Key})", known.Value, StringComparison.Ordinal));
        }

        return variables;
    }
}
