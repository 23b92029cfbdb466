using System.Globalization;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>The files of the chart. What the model has no say in (helpers, checks, notes) is kept as it is in the folder <c>Chart</c>.</summary>
internal sealed class Chart(PublishedSystem system, string version)
{
    private const string Templates = "templates";

    /// <summary>Writes the chart, in place of one that the folder may hold.</summary>
    /// <exception cref="DistributedApplicationException">The folder holds something else.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var templates = Path.Combine(folder, Templates);
        if (Directory.Exists(templates))
        {
            if (!File.Exists(Path.Combine(folder, "Chart.yaml")))
            {
                throw new DistributedApplicationException($"{folder} has a folder '{Templates}' that is not a chart's: publish to another folder.");
            }

            Directory.Delete(templates, recursive: true);
        }

        foreach (var (path, content) in Files().Concat(FixedFiles()))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content, cancellationToken);
        }
    }

    private static IEnumerable<(string Path, string Content)> FixedFiles()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Kubernetes", "Chart");
        return Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(source, file), File.ReadAllText(file)));
    }

    private IEnumerable<(string Path, string Content)> Files()
    {
        yield return ("Chart.yaml", Description());
        yield return ("values.yaml", new ValuesFile(system).Write());
        foreach (var service in system.Services)
        {
            yield return File("configmap", template => Workloads.ConfigMap(service, template));
            yield return File("service", template => Workloads.ClusterService(service, template));
            yield return File("deployment", template => Workloads.Deployment(service, template));
            if (service.HasDatabase)
            {
                yield return ($"{Templates}/{service.Name}/migration.yaml", Migration(service));
            }

            if (service.IsExternal)
            {
                var (path, content) = File("ingress", template => Workloads.Ingress(service, template));
                yield return (path, $"{{{{- if $.Values.ingress.enabled }}}}\n{content}{{{{- end }}}}\n");
            }

            (string Path, string Content) File(string kind, Func<HelmTemplate, object> manifest)
            {
                var template = new HelmTemplate();
                return ($"{Templates}/{service.Name}/{kind}.yaml", template.Render(manifest(template)));
            }
        }

        foreach (var server in system.Servers)
        {
            yield return File("service", server.HeadlessService);
            yield return File("statefulset", server.StatefulSet);

            (string Path, string Content) File(string kind, Func<HelmTemplate, object> manifest)
            {
                var template = new HelmTemplate();
                var content = template.Render(manifest(template));
                return ($"{Templates}/{server.Name}/{kind}.yaml", $"{{{{- if $.Values.{server.Name}.enabled }}}}\n{content}{{{{- end }}}}\n");
            }
        }
    }

    private static string Migration(Service service)
    {
        var template = new HelmTemplate();
        var specification = template.Render(Workloads.Migration(service, template));
        var name = Workloads.MigrationTemplate(service);
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {{- define "{{{name}}}" -}}
            {{{specification}}}{{- end }}
            {{{template.Render(Workloads.MigrationJob(service, template))}}}spec:
            {{- include "{{{name}}}" $ | nindent 2 }}

            """).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private string Description() => $"""
        apiVersion: v2
        name: {Labels.PartOf}
        description: The back end of a shop, eleven services with PostgreSQL, Redis and RabbitMQ.
        type: application
        version: {version}
        appVersion: "{version}"
        # The pause before a container ends is Kubernetes' own from 1.30 on.
        kubeVersion: ">=1.30.0-0"

        """;
}
