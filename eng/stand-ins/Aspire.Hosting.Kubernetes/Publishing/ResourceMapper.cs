using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Kubernetes.Publishing;

/// <summary>Makes of a resource of the model what it is in the cluster.</summary>
internal sealed class ResourceMapper(KubernetesEnvironmentResource environment, DistributedApplicationExecutionContext execution)
{
    private readonly Dictionary<IResource, KubernetesResource> _mapped = [];
    private int _nextPort = 8000;

    internal async Task<KubernetesResource> MapAsync(IResource resource, CancellationToken cancellationToken)
    {
        var mapped = Of(resource);
        foreach (var (name, value) in await VariablesAsync(resource, cancellationToken).ConfigureAwait(false))
        {
            Add(mapped, name, Resolve(value, mapped, embedded: false));
        }

        foreach (var arg in await resource.CollectArgsAsync(execution, NullLogger.Instance, cancellationToken).ConfigureAwait(false))
        {
            mapped.Args.Add(Resolve(arg, mapped, embedded: false) switch
            {
                string text => text,
                HelmValue value => value.Expression ?? value.Text ?? "",
                _ => throw new NotSupportedException("Command line args must be strings"),
            });
        }

        new WorkloadBuilder(environment, mapped).Build();
        return mapped;
    }

    /// <summary>What a resource becomes, with its endpoints; that much is known of every resource before any is mapped.</summary>
    internal KubernetesResource Of(IResource resource)
    {
        if (_mapped.TryGetValue(resource, out var known))
        {
            return known;
        }

        var mapped = _mapped[resource] = new KubernetesResource(resource.Name, resource, environment);
        var schemes = new HashSet<string>();
        var defaultHttps = resource.Annotations.OfType<DefaultHttpsEndpointAnnotation>().LastOrDefault()?.Endpoint;
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            HelmValue port;
            HelmValue? servicePort = null;
            if (endpoint.TargetPort is { } target)
            {
                port = new HelmValue(null, target.ToString(CultureInfo.InvariantCulture));
                servicePort = endpoint.Port is { } exposed && exposed != target ? new HelmValue(null, exposed.ToString(CultureInfo.InvariantCulture)) : null;
            }
            else if (endpoint == defaultHttps && mapped.Endpoints.Values.FirstOrDefault(e => e.Scheme == "http") is { } http)
            {
                port = http.Port;
            }
            else if (resource is ProjectResource && endpoint.UriScheme is "http" or "https" && schemes.Add(endpoint.UriScheme))
            {
                var key = Helm.Key($"port_{endpoint.Name}");
                mapped.Parameters[key] = port = new HelmValue(Helm.ValueOf(Helm.Parameters, resource.Name, key), 8080);
            }
            else
            {
                port = new HelmValue(null, (_nextPort++).ToString(CultureInfo.InvariantCulture));
            }

            mapped.Endpoints[endpoint.Name] = new KubernetesResource.EndpointMapping(endpoint.Name, endpoint.UriScheme, endpoint.Protocol == ProtocolType.Udp ? "UDP" : "TCP",
                $"{resource.Name.ToLowerInvariant()}-service", port, servicePort);
        }

        return mapped;
    }

    private async Task<IEnumerable<KeyValuePair<string, object>>> VariablesAsync(IResource resource, CancellationToken cancellationToken)
    {
        var variables = await resource.CollectEnvironmentAsync(execution, NullLogger.Instance, cancellationToken).ConfigureAwait(false);
        if (resource is ProjectResource && environment is { DashboardEnabled: true, Dashboard.Resource: { } dashboard })
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = dashboard.OtlpGrpcEndpoint;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
            variables["OTEL_SERVICE_NAME"] = resource.Name;
        }

        // There is no TLS between services in the cluster, so service discovery must not find an https endpoint.
        return variables.Where(v => !(v.Key.StartsWith("services__", StringComparison.Ordinal) && v.Value is EndpointReference { Scheme: "https" }));
    }

    private static void Add(KubernetesResource mapped, string name, object value)
    {
        switch (value)
        {
            case HelmValue { Expression: { } expression } parameter when Helm.RefersToSecrets(expression):
                mapped.Secrets[name] = parameter;
                break;
            case HelmValue parameter:
                mapped.Configuration[name] = parameter;
                break;
            case string text when Helm.RefersToSecrets(text):
                mapped.Secrets[name] = new HelmValue(null, text);
                break;
            default:
                mapped.Configuration[name] = new HelmValue(Helm.ValueOf(Helm.Config, mapped.Name, name), value.ToString());
                break;
        }
    }

    /// <summary>A value: text, or for a parameter by itself the value of a chart.</summary>
    private object Resolve(object value, KubernetesResource owner, bool embedded)
    {
        switch (value)
        {
            case string text:
                return text;
            case bool flag:
                return flag ? "true" : "false";
            case IFormattable formattable:
                return formattable.ToString(null, CultureInfo.InvariantCulture);
            case EndpointReference endpoint:
                return PartOf(endpoint, EndpointProperty.Url, embedded: false);
            case EndpointReferenceExpression part:
                return PartOf(part.Endpoint, part.Property, embedded);
            case ConnectionStringReference connection:
                return Resolve(connection.Resource, owner, embedded);
            case ParameterResource parameter:
                var key = Helm.Key(parameter.Name);
                return new HelmValue(Helm.ValueOf(parameter.Secret ? Helm.Secrets : Helm.Config, owner.Name, key), null) { Parameter = parameter, Key = key };
            case IResourceWithConnectionString resource:
                return Resolve(resource.ConnectionStringExpression, owner, embedded);
            case ReferenceExpression { IsConditional: true } choice:
                return Resolve((choice.IsTrueNow() ? choice.WhenTrue : choice.WhenFalse)!, owner, embedded);
            case ReferenceExpression { Format: "{0}", ValueProviders: [var only] }:
                return Resolve(only, owner, embedded) is HelmValue single && embedded ? single.Expression! : Resolve(only, owner, embedded);
            case ReferenceExpression expression:
                var values = expression.ValueProviders.Select(p => Resolve(p, owner, embedded: true) is HelmValue v ? v.Expression ?? v.Text : Resolve(p, owner, embedded: true));
                return string.Format(CultureInfo.InvariantCulture, expression.Format, [.. values]);
            default:
                throw new NotSupportedException($"Unsupported value type: {value.GetType().Name}");
        }
    }

    private string PartOf(EndpointReference endpoint, EndpointProperty part, bool embedded)
    {
        if (!Of(endpoint.Resource).Endpoints.TryGetValue(endpoint.EndpointName, out var mapping))
        {
            throw new DistributedApplicationException($"The endpoint `{endpoint.EndpointName}` is not defined for the resource `{endpoint.Resource.Name}`.");
        }

        var servicePort = mapping.ServicePort ?? mapping.Port;
        return part switch
        {
            EndpointProperty.Url => $"{mapping.Scheme}://{mapping.Host}:{Embedded(servicePort)}",
            EndpointProperty.Host or EndpointProperty.IPV4Host => mapping.Host,
            EndpointProperty.HostAndPort => $"{mapping.Host}:{Embedded(servicePort)}",
            EndpointProperty.Port => embedded ? Embedded(servicePort) : servicePort.Scalar,
            EndpointProperty.TargetPort => embedded ? Embedded(mapping.Port) : mapping.Port.Scalar,
            EndpointProperty.Scheme => mapping.Scheme,
            EndpointProperty.TlsEnabled => endpoint.TlsEnabled ? bool.TrueString : bool.FalseString,
            _ => throw new NotSupportedException($"Unsupported endpoint property: {part}"),
        };

        static string Embedded(HelmValue port) => port.Expression ?? port.Text ?? "";
    }
}
