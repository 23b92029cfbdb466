using System.Globalization;
using System.Text;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>The chart's <c>values.yaml</c>: what only the owner of a cluster knows, each with what it means.</summary>
internal sealed class ValuesFile(PublishedSystem system)
{
    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # What only the owner of a cluster knows. An empty value with the remark "required" has to be given; the chart says which are missing.

            # --- Images -----------------------------------------------------------------------------------------------------------------

            images:
              # Required: where the services' images are. A service's image is <registry>/<service>:<tag>.
              registry: ""
              # Empty: the version of the chart.
              tag: ""
              pullPolicy: IfNotPresent
              # Names of Secrets to pull with, for example [{name: registry-login}].
              pullSecrets: []

            # --- Services ---------------------------------------------------------------------------------------------------------------

            # How many pods each service has unless it says otherwise below.
            replicas: 2

            # What each pod asks for and may take unless its service says otherwise below.
            resources:
              requests: {cpu: 50m, memory: 192Mi}
              limits: {memory: 512Mi}

            # replicas: null is the number above. image.repository in place of <registry>/<service>, image.tag in place of the tag above,
            # image.digest (sha256:...) in place of any tag. resources.requests and resources.limits in place of those above.
            services:

            """);
        foreach (var service in system.Services)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  {{service.Name}}:
                    replicas: null
                    image: {repository: "", tag: "", digest: ""}
                    resources: {}

                """);
        }

        text.Append("""

            # More variables for all services, over those of the model. For example where traces go to:
            #   OTEL_EXPORTER_OTLP_ENDPOINT: http://collector.monitoring:4317
            environment: {}

            serviceAccount:
              # For example the role that reads and writes the bucket of images.
              annotations: {}

            # --- Parameters -------------------------------------------------------------------------------------------------------------

            # All required.
            parameters:

            """);
        foreach (var parameter in system.Parameters.Where(parameter => !parameter.Secret && system.Servers.All(server => server.UserName != parameter)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {parameter.Name}: {Quoted(parameter.Default?.GetDefaultValue())}\n");
        }

        text.Append("""

            # --- Secrets ----------------------------------------------------------------------------------------------------------------

            # The chart holds no secret. It names a Secret of the namespace that has the keys listed below; whoever owns the cluster makes it,
            # or a store of secrets does. A pod reads it when it starts: after a change, kubectl rollout restart deployment.
            secrets:
              # Required unless the chart makes the Secret.
              existingSecret: ""
              # true, for a trial: the chart makes the Secret of the values below, each required and given by --set, never in a file that is kept.
              create: false
              # The servers' passwords stand in connection strings: letters, digits and - . _ ~ only.
              values:

            """);
        foreach (var secret in system.Parameters.Where(parameter => parameter.Secret))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {secret.Name}: \"\"\n");
        }

        text.Append("""

            # --- Servers ----------------------------------------------------------------------------------------------------------------

            # enabled: true runs a server in the cluster, one pod with a volume, which is meant for trials. With false the services use one
            # that is there: its host (then required), port and user name, and TLS. Its password is in the Secret above under the key
            # <server>-password, or in the Secret and under the key that passwordSecret names.

            """);
        foreach (var server in system.Servers)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                {{server.Name}}:
                  enabled: true
                  host: ""
                  port: {{server.Port}}

                """);
            if (server.UserName is { } userName)
            {
                text.Append(CultureInfo.InvariantCulture, $"  username: {userName.Default?.GetDefaultValue()}\n");
            }

            text.Append(server is PostgresServer
                ? """
                      # Ends each connection string, for example "SSL Mode=VerifyFull". The user makes the services' databases that are missing.
                      connectionOptions: ""
                      # Of the server in the cluster. Each pod of a service with a database holds up to 30 connections.
                      maxConnections: 700

                    """
                : "  tls: false\n");
            text.Append(CultureInfo.InvariantCulture, $$"""
                  passwordSecret: {name: "", key: {{server.Password.Name}}}
                  # Of the server in the cluster; an empty class is the cluster's default.
                  image: {{server.Image}}
                  storage: {size: {{server.StorageSize}}, className: ""}
                  resources:
                    requests: {cpu: 100m, memory: 256Mi}
                    limits: {memory: 1Gi}

                """);
        }

        text.Append("""

            # --- Ingress ----------------------------------------------------------------------------------------------------------------

            # The way in from outside the cluster, to the gateway. Its limits count addresses: say which proxies to believe, for example with
            # environment: {Edge__TrustedProxies__0: 10.0.0.0/8}.
            ingress:
              enabled: false
              # Empty: the cluster's default class.
              className: ""
              # Required where enabled.
              host: ""
              # For example nginx.ingress.kubernetes.io/proxy-body-size: 50m, as large as an import may be.
              annotations: {}
              tls:
                # The Secret with the certificate; empty: no TLS here.
                secretName: ""

            """);
        return text.Replace("\r\n", "\n").ToString();
    }

    private static string Quoted(string? value) => HelmTemplate.GoString(value ?? "");
}
