using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Ecommerce.AppHost.NativeServers;

/// <summary>
/// Runs a server as a program of this machine where there is no healthy container engine, or where <c>Servers=native</c> says so.
/// The resource stays the stock one, with its connection string, health check and databases; only what it runs on changes.
/// </summary>
internal static class NativeServerExtensions
{
    public static IResourceBuilder<PostgresServerResource> WithNativeServer(this IResourceBuilder<PostgresServerResource> server) =>
        server.RunNatively("postgres.sh", preferredPort: 15432, process => process
            .WithEnvironment("POSTGRES_PASSWORD", server.Resource.PasswordParameter)
            .WithEnvironment("POSTGRES_OPTIONS", server.IsEphemeral() ? "-c fsync=off -c full_page_writes=off" : ""));

    public static IResourceBuilder<RedisResource> WithNativeServer(this IResourceBuilder<RedisResource> server)
    {
        // A native server has no certificate.
        server.WithoutHttpsCertificate();
        return server.RunNatively("redis.sh", preferredPort: 16379, process => process.WithEnvironment("REDIS_PASSWORD", server.Resource.PasswordParameter!));
    }

    public static IResourceBuilder<RabbitMQServerResource> WithNativeServer(this IResourceBuilder<RabbitMQServerResource> server) =>
        server.RunNatively("rabbitmq.sh", preferredPort: 15672, process => process
            .WithEnvironment("RABBITMQ_DEFAULT_USER", "guest")
            .WithEnvironment("RABBITMQ_DEFAULT_PASS", server.Resource.PasswordParameter));

    private static IResourceBuilder<T> RunNatively<T>(
        this IResourceBuilder<T> server, string script, int preferredPort, Action<IResourceBuilder<ExecutableResource>> configure)
        where T : ContainerResource, IResourceWithConnectionString
    {
        var builder = server.ApplicationBuilder;
        if (!builder.UsesNativeServers())
        {
            return server;
        }

        var port = server.IsEphemeral() || !IsFree(preferredPort) ? FreePort() : preferredPort;
        foreach (var image in server.Resource.Annotations.OfType<ContainerImageAnnotation>().ToArray())
        {
            server.Resource.Annotations.Remove(image);
        }

        var endpoint = server.Resource.Annotations.OfType<EndpointAnnotation>().First(annotation => annotation.Name == "tcp");
        endpoint.Port = port;
        endpoint.TargetPort = port;
        endpoint.TargetHost = "localhost";
        endpoint.IsProxied = false;

        var name = server.Resource.Name;
        var scripts = Path.Combine(AppContext.BaseDirectory, "NativeServers");
        var process = builder.AddExecutable($"{name}-server", "bash", scripts, script, Path.Combine(DataFolder.Of(builder), name), $"{port}")
            .WithParentRelationship(server.Resource)
            .ExcludeFromManifest();
        configure(process);

        server.OnInitializeResource(async (resource, initialize, cancellationToken) =>
        {
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port);
            var children = builder.Resources.OfType<IResourceWithParent>().Where(child => ReferenceEquals(child.Parent, resource)).ToArray();
            await initialize.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, initialize.Services), cancellationToken);
            foreach (var child in children)
            {
                await initialize.Eventing.PublishAsync(new ConnectionStringAvailableEvent(child, initialize.Services), cancellationToken);
            }

            foreach (var started in children.Cast<IResource>().Prepend(resource))
            {
                await initialize.Notifications.PublishUpdateAsync(started, snapshot => snapshot with
                {
                    State = KnownResourceStates.Running,
                    StartTimeStamp = DateTime.UtcNow,
                });
            }
        });
        return server;
    }

    private static bool UsesNativeServers(this IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration["Servers"] switch
        {
            "native" => true,
            "containers" => false,
            null or "" when ContainerEngine.IsHealthy => false,
            null or "" when OperatingSystem.IsLinux() => true,
            null or "" => throw new DistributedApplicationException(
                "No container engine answers. Start Docker or Podman: only on Linux can PostgreSQL, Redis and RabbitMQ run without one."),
            var other => throw new DistributedApplicationException($"Servers is native or containers, not '{other}'."),
        };

    // A test run has ports and data of its own, thrown away at the end.
    private static bool IsEphemeral<T>(this IResourceBuilder<T> server)
        where T : IResource => server.ApplicationBuilder.Configuration.GetValue<bool>("Servers:Ephemeral");

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
