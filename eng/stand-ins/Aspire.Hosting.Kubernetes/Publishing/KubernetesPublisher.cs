using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;
using Aspire.Hosting.Orchestration;
using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Publishing;

/// <summary>Writes a Helm chart for each Kubernetes environment of the model.</summary>
internal sealed class KubernetesPublisher(DistributedApplicationExecutionContext execution) : IApplicationPublisher
{
    public async Task PublishAsync(DistributedApplicationModel model, string outputPath, CancellationToken cancellationToken)
    {
        var environments = model.Resources.OfType<KubernetesEnvironmentResource>().ToArray();
        foreach (var environment in environments)
        {
            await WriteAsync(model, environment, environments.Length == 1 ? outputPath : Path.Combine(outputPath, environment.Name), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(DistributedApplicationModel model, KubernetesEnvironmentResource environment, string folder, CancellationToken cancellationToken)
    {
        var mapper = new ResourceMapper(environment, execution);
        var values = new Dictionary<string, Dictionary<string, Dictionary<string, object>>> { [Helm.Parameters] = [], [Helm.Secrets] = [], [Helm.Config] = [] };
        IEnumerable<IResource> dashboard = environment is { DashboardEnabled: true, Dashboard.Resource: { } own } ? [own] : [];
        var mine = model.Resources.Where(r => r is ProjectResource || r.IsContainer()).Where(r => !r.IsExcludedFromPublish())
            .Where(r => !r.TryGetLastAnnotation<ComputeEnvironmentAnnotation>(out var said) || ReferenceEquals(said.Environment, environment));
        var all = dashboard.Concat(mine).ToArray();
        foreach (var resource in all)
        {
            mapper.Of(resource);
        }

        foreach (var resource in all)
        {
            var mapped = await mapper.MapAsync(resource, cancellationToken).ConfigureAwait(false);
            foreach (var customization in resource.Annotations.OfType<KubernetesServiceExtensions.CustomizationAnnotation>())
            {
                customization.Configure(mapped);
            }

            await WriteTemplatesAsync(folder, resource.Name, mapped.Templates(), cancellationToken).ConfigureAwait(false);
            await AddValuesAsync(values[Helm.Parameters], resource, mapped.Parameters, cancellationToken).ConfigureAwait(false);
            await AddValuesAsync(values[Helm.Config], resource, mapped.Configuration, cancellationToken).ConfigureAwait(false);
            await AddValuesAsync(values[Helm.Secrets], resource, mapped.Secrets, cancellationToken).ConfigureAwait(false);
        }

        foreach (var ingress in model.Resources.OfType<KubernetesIngressResource>().Where(i => ReferenceEquals(i.Parent, environment) && (i.Paths.Count > 0 || i.DefaultBackend is not null)))
        {
            await WriteTemplatesAsync(folder, ingress.Name, [await IngressAsync(ingress, cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false);
        }

        var chart = new Chart { Name = environment.ChartName, Version = environment.ChartVersion, AppVersion = environment.ChartVersion, Description = environment.ChartDescription };
        await File.WriteAllTextAsync(Path.Combine(folder, "Chart.yaml"), ChartYaml.Write(chart), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, "values.yaml"), ChartYaml.Write(values), cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteTemplatesAsync(string folder, string name, IEnumerable<BaseKubernetesResource> templates, CancellationToken cancellationToken)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "templates", name)).FullName;
        foreach (var template in templates)
        {
            // x-deployment of x goes to x/deployment.yaml.
            var own = template.Metadata.Name is { Length: > 0 } given ? given : template.GetType().Name.ToLowerInvariant();
            var file = own.StartsWith($"{name.ToLowerInvariant()}-", StringComparison.Ordinal) ? own[(name.Length + 1)..] : own;
            await File.WriteAllTextAsync(Path.Combine(target, $"{file}.yaml"), $"---\n{ChartYaml.Write(template)}", cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task AddValuesAsync(Dictionary<string, Dictionary<string, object>> section, IResource resource, Dictionary<string, HelmValue> items, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object>();
        foreach (var (name, item) in items)
        {
            // A secret is set by whoever deploys, and what refers to another value has none of its own.
            values[item.Key ?? Helm.Key(name)] = item switch
            {
                { Parameter: { Secret: false, Default: not null } parameter } => await parameter.GetValueAsync(cancellationToken).ConfigureAwait(false) ?? "",
                { Parameter: not null } => "",
                { Text: { } text } when Helm.RefersToValues(text) => "",
                _ => item.Value ?? "",
            };
        }

        if (values.Count > 0)
        {
            section[Helm.Key(resource.Name)] = values;
        }
    }

    private static async Task<Ingress> IngressAsync(KubernetesIngressResource resource, CancellationToken cancellationToken)
    {
        var ingress = new Ingress { Metadata = { Name = resource.Name.ToLowerInvariant() } };
        if (resource.IngressClassName is { } className)
        {
            ingress.Spec.IngressClassName = await TextOfAsync(className, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (key, value) in resource.IngressAnnotations)
        {
            ingress.Metadata.Annotations[key] = await TextOfAsync(value, cancellationToken).ConfigureAwait(false);
        }

        foreach (var host in resource.Paths.GroupBy(p => p.Host ?? ""))
        {
            var rule = new IngressRuleV1();
            if (host.Key.Length > 0)
            {
                rule.Host = host.Key;
            }

            rule.Http.Paths.AddRange(host.Select(p => new HttpIngressPathV1 { Path = p.Path, PathType = p.Type.ToString(), Backend = Backend(p.Endpoint, resource) }));
            ingress.Spec.Rules.Add(rule);
        }

        if (resource.DefaultBackend is { } backend)
        {
            ingress.Spec.DefaultBackend = Backend(backend, resource);
        }

        var hosts = new List<string>();
        foreach (var hostname in resource.Hostnames)
        {
            hosts.Add(await TextOfAsync(hostname, cancellationToken).ConfigureAwait(false));
        }

        foreach (var secret in resource.TlsSecrets)
        {
            var tls = new IngressTLSV1 { SecretName = await TextOfAsync(secret, cancellationToken).ConfigureAwait(false) };
            tls.Hosts.AddRange(hosts);
            ingress.Spec.Tls.Add(tls);
        }

        return ingress;
    }

    private static IngressBackendV1 Backend(EndpointReference endpoint, KubernetesIngressResource ingress)
        => endpoint.EndpointAnnotation.IsExternal
            ? new IngressBackendV1 { Service = new IngressServiceBackendV1 { Name = $"{endpoint.Resource.Name.ToLowerInvariant()}-service", Port = new ServiceBackendPortV1 { Name = endpoint.EndpointName } } }
            : throw new DistributedApplicationException($"The endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' is not external, so the Ingress '{ingress.Name}' cannot route to it; mark it with WithExternalHttpEndpoints.");

    private static async Task<string> TextOfAsync(ReferenceExpression expression, CancellationToken cancellationToken)
        => await expression.GetValueAsync(cancellationToken).ConfigureAwait(false) ?? "";

    private sealed class Chart
    {
        [YamlMember(Order = 0)]
        public string ApiVersion { get; } = "v2";

        [YamlMember(Order = 1)]
        public required string Name { get; init; }

        [YamlMember(Order = 2)]
        public required string Version { get; init; }

        [YamlMember(Order = 3)]
        public string KubeVersion { get; } = ">= 1.18.0-0";

        [YamlMember(Order = 4)]
        public required string Description { get; init; }

        [YamlMember(Order = 5)]
        public string Type { get; } = "application";

        [YamlMember(Order = 6)]
        public IReadOnlyList<string> Keywords { get; } = ["aspire", "kubernetes"];

        [YamlMember(Order = 7)]
        public required string AppVersion { get; init; }

        [YamlMember(Order = 8)]
        public bool Deprecated { get; }
    }
}
