namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>Turns the resource of a container into one of a server that runs by other means, with public API only, as the AppHost's native servers do.</summary>
internal static class NativeServer
{
    internal static IResourceBuilder<T> RunsElsewhere<T>(this IResourceBuilder<T> server, string endpointName, int port) where T : ContainerResource, IResourceWithConnectionString
    {
        server.Resource.Annotations.Remove(server.Resource.Annotations.OfType<ContainerImageAnnotation>().Single());
        return server
            .WithoutHttpsCertificate()
            .WithEndpoint(endpointName, e => (e.Port, e.TargetPort, e.TargetHost, e.IsProxied) = (port, port, "localhost", false))
            .OnInitializeResource(async (resource, initialize, token) =>
            {
                var endpoint = resource.Annotations.OfType<EndpointAnnotation>().Single(e => e.Name == endpointName);
                endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port);
                await initialize.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, initialize.Services), token);
                await initialize.Notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Running });
                foreach (var child in server.ApplicationBuilder.Resources.OfType<IResourceWithParent>().Where(c => c.Parent == (IResource)resource))
                {
                    await initialize.Eventing.PublishAsync(new ConnectionStringAvailableEvent(child, initialize.Services), token);
                    await initialize.Notifications.PublishUpdateAsync(child, s => s with { State = KnownResourceStates.Running });
                }
            });
    }
}
