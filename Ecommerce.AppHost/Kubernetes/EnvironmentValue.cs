using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>A variable's value as the chart writes it: pieces that are known, pieces that Helm works out, and secrets that only the pod sees.</summary>
internal sealed partial class EnvironmentValue
{
    private readonly IReadOnlyList<Piece> _pieces;

    private EnvironmentValue(IEnumerable<Piece> pieces) => _pieces = [.. pieces];

    /// <summary>The secrets in it.</summary>
    public IEnumerable<ParameterResource> Secrets => _pieces.OfType<Secret>().Select(piece => piece.Parameter);

    /// <summary>The secret that it is, where it is one and nothing else.</summary>
    public ParameterResource? OnlySecret => _pieces is [Secret secret] ? secret.Parameter : null;

    /// <summary>The address of an endpoint that no pod has: the gateway ends TLS, and pods speak plain HTTP with each other.</summary>
    public static bool IsHttpsAddress(object? value) => value switch
    {
        EndpointReference endpoint => endpoint.Scheme == Uri.UriSchemeHttps,
        EndpointReferenceExpression expression => expression.Endpoint.Scheme == Uri.UriSchemeHttps,
        _ => false,
    };

    /// <summary>Reads a value of the model.</summary>
    /// <exception cref="NotSupportedException">The value is of a kind that has no place in a chart.</exception>
    public static EnvironmentValue Read(object? value, IReadOnlyCollection<Server> servers) => new(new Reader(servers).Read(value));

    /// <summary>The name under which a pod knows a secret parameter.</summary>
    public static string VariableOf(ParameterResource secret) => secret.Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>The value of a ConfigMap's entry.</summary>
    public string InConfigMap(HelmTemplate template) => Write(template, text => text);

    /// <summary>The value of a container's variable; Kubernetes puts in the secrets, which are variables of the container, too.</summary>
    public string InContainer(HelmTemplate template) => Write(template, text => text.Replace("$(", "$$(", StringComparison.Ordinal));

    private string Write(HelmTemplate template, Func<string, string> escape)
    {
        var format = new StringBuilder();
        var arguments = new List<string>();
        foreach (var piece in _pieces)
        {
            switch (piece)
            {
                case Known known:
                    format.Append(escape(known.Text));
                    break;
                case Secret secret:
                    format.Append(CultureInfo.InvariantCulture, $"$({VariableOf(secret.Parameter)})");
                    break;
                case WorkedOut workedOut:
                    arguments.Add(workedOut.Expression);
                    format.Append('\0');
                    break;
            }
        }

        return arguments switch
        {
            [] => template.Literal(format.ToString()),
            [var only] when format.Length == 1 => template.Text(only),
            _ => template.Text($"printf {HelmTemplate.GoString(format.Replace("%", "%%").Replace("\0", "%v").ToString())} {string.Join(' ', arguments.Select(argument => $"({argument})"))}"),
        };
    }

    private abstract record Piece;

    private sealed record Known(string Text) : Piece;

    private sealed record WorkedOut(string Expression) : Piece;

    private sealed record Secret(ParameterResource Parameter) : Piece;

    /// <summary>Walks over the model's expressions.</summary>
    private sealed partial class Reader(IReadOnlyCollection<Server> servers)
    {
        public IEnumerable<Piece> Read(object? value) => value switch
        {
            null => [],
            string text => [new Known(text)],
            bool or int or long => [new Known(Convert.ToString(value, CultureInfo.InvariantCulture)!)],
            ParameterResource { Secret: true } secret => [new Secret(secret)],
            ParameterResource parameter => [new WorkedOut(ParameterExpression(parameter))],
            EndpointReference endpoint => Address(endpoint),
            EndpointReferenceExpression expression => Property(expression.Endpoint, expression.Property),
            ConnectionStringReference reference => ConnectionString(reference.Resource),
            IResourceWithConnectionString resource => ConnectionString(resource),
            IResourceBuilder<IResource> builder => Read(builder.Resource),
            ReferenceExpression { IsConditional: true } choice => Choice(choice),
            ReferenceExpression expression => Composed(expression),
            _ => throw new NotSupportedException($"a {value.GetType().Name} has no place in a chart"),
        };

        private static IEnumerable<Piece> Encoded(IEnumerable<Piece> pieces) => pieces.Select(piece => piece switch
        {
            Known known => new Known(Uri.EscapeDataString(known.Text)),
            WorkedOut workedOut => new WorkedOut($"{workedOut.Expression} | toString | urlquery"),

            // Kubernetes cannot encode what it puts in: a server's password has only characters that are the same in a URI (values.yaml says so).
            _ => piece,
        });

        private static string Port(EndpointReference endpoint) =>
            (endpoint.EndpointAnnotation.TargetPort ?? Workloads.Port).ToString(CultureInfo.InvariantCulture);

        private string ParameterExpression(ParameterResource parameter) =>
            servers.FirstOrDefault(server => server.UserName == parameter) is { } server
                ? $"$.Values.{server.Name}.username"
                : $"index $.Values.parameters {HelmTemplate.GoString(parameter.Name)}";

        private IEnumerable<Piece> Address(EndpointReference endpoint) =>
            [new Known($"{endpoint.Scheme}://"), .. Property(endpoint, EndpointProperty.HostAndPort)];

        private IEnumerable<Piece> Property(EndpointReference endpoint, EndpointProperty property)
        {
            var server = servers.FirstOrDefault(server => server.Resource == endpoint.Resource);
            return property switch
            {
                EndpointProperty.Url => Address(endpoint),
                EndpointProperty.Scheme when server is RedisServer => [new WorkedOut($"ternary \"rediss\" \"redis\" (eq ({server.UsesTls}) \"True\")")],
                EndpointProperty.Scheme => [new Known(endpoint.Scheme)],
                EndpointProperty.Host or EndpointProperty.IPV4Host => server is null ? [new Known(endpoint.Resource.Name)] : [new WorkedOut(server.Host)],
                EndpointProperty.Port or EndpointProperty.TargetPort => server is null ? [new Known(Port(endpoint))] : [new WorkedOut(server.PortExpression)],
                EndpointProperty.HostAndPort => [.. Property(endpoint, EndpointProperty.Host), new Known(":"), .. Property(endpoint, EndpointProperty.Port)],
                EndpointProperty.TlsEnabled => server is null ? [new Known(bool.FalseString)] : [new WorkedOut(server.UsesTls)],
                _ => throw new NotSupportedException($"an endpoint's {property} has no place in a chart"),
            };
        }

        private IEnumerable<Piece> ConnectionString(IResourceWithConnectionString resource)
        {
            var pieces = Read(resource.ConnectionStringExpression);

            // A database's connection string has that of its server in it.
            return servers.FirstOrDefault(server => server.Resource == resource) is PostgresServer postgres
                ? [.. pieces, new WorkedOut(postgres.ConnectionOptions)]
                : pieces;
        }

        private Piece[] Choice(ReferenceExpression choice)
        {
            var (whenTrue, whenFalse) = (Read(choice.WhenTrue).ToArray(), Read(choice.WhenFalse).ToArray());
            return Read(choice.Condition).ToArray() switch
            {
                [Known known] => known.Text == choice.MatchValue ? whenTrue : whenFalse,
                [WorkedOut workedOut] when whenTrue.Concat(whenFalse).All(piece => piece is Known) =>
                    [new WorkedOut($"ternary {Quoted(whenTrue)} {Quoted(whenFalse)} (eq ({workedOut.Expression}) {HelmTemplate.GoString(choice.MatchValue!)})")],
                _ => throw new NotSupportedException("a choice between values that are not known has no place in a chart"),
            };
        }

        private static string Quoted(IEnumerable<Piece> pieces) => HelmTemplate.GoString(string.Concat(pieces.Cast<Known>().Select(piece => piece.Text)));

        private List<Piece> Composed(ReferenceExpression expression)
        {
            var end = 0;
            var pieces = new List<Piece>();
            foreach (var hole in Hole().Matches(expression.Format).Cast<Match>())
            {
                AddLiteral(pieces, expression, expression.Format[end..hole.Index]);
                var index = int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture);
                var value = Read(expression.ValueProviders[index]);
                pieces.AddRange(expression.StringFormats[index] switch
                {
                    null => value,
                    "uri" => Encoded(value),
                    var other => throw new NotSupportedException($"the format '{other}' has no place in a chart"),
                });
                end = hole.Index + hole.Length;
            }

            AddLiteral(pieces, expression, expression.Format[end..]);
            return pieces;
        }

        // The broker's address says in its scheme whether TLS is spoken, and the model has it as a fixed text.
        private void AddLiteral(List<Piece> pieces, ReferenceExpression expression, string text)
        {
            const string Amqp = "amqp://";
            var literal = text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
            var broker = expression.ValueProviders.OfType<EndpointReferenceExpression>()
                .Select(endpoint => servers.FirstOrDefault(server => server.Resource == endpoint.Endpoint.Resource)).OfType<MessagingServer>().FirstOrDefault();
            if (broker is not null && literal.StartsWith(Amqp, StringComparison.Ordinal))
            {
                pieces.Add(new WorkedOut($"ternary \"amqps\" \"amqp\" (eq ({broker.UsesTls}) \"True\")"));
                literal = literal["amqp".Length..];
            }

            if (literal.Length > 0)
            {
                pieces.Add(new Known(literal));
            }
        }

        [GeneratedRegex("(?<!\\{)\\{(\\d+)(?::[^}]*)?\\}")]
        private static partial Regex Hole();
    }
}
