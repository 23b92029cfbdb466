using Microsoft.Extensions.Logging;

namespace Ecommerce.AppHost.Kubernetes;

/// <summary>A service as it is published.</summary>
/// <param name="Name">The resource's name, and in the cluster the workload's and the address.</param>
/// <param name="Variables">What the model gives it, sorted by name.</param>
/// <param name="HasDatabase">Whether it has a database of its own, and so migrations.</param>
/// <param name="IsExternal">Whether it is reached from outside the cluster.</param>
/// <param name="Servers">The servers of the system.</param>
internal sealed record Service(string Name, IReadOnlyList<Variable> Variables, bool HasDatabase, bool IsExternal, IReadOnlyList<Server> Servers);

/// <summary>A variable of a service or server.</summary>
internal sealed record Variable(string Name, EnvironmentValue Value);

/// <summary>What of the model is published: without what is excluded from it, everything sorted by name.</summary>
internal sealed record PublishedSystem(IReadOnlyList<Service> Services, IReadOnlyList<Server> Servers, IReadOnlyList<ParameterResource> Parameters)
{
    public static async Task<PublishedSystem> ReadAsync(
        DistributedApplicationModel model, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        var resources = model.Resources.Where(resource => !resource.IsExcludedFromPublish()).OrderBy(resource => resource.Name, StringComparer.Ordinal).ToArray();
        var servers = new List<Server>();
        foreach (var resource in resources.OfType<ContainerResource>())
        {
            servers.Add(Server.Of(resource));
        }

        foreach (var server in servers)
        {
            server.Variables = await ReadVariablesAsync(server.Resource);
        }

        var services = new List<Service>();
        foreach (var project in resources.OfType<ProjectResource>())
        {
            services.Add(new Service(project.Name, await ReadVariablesAsync(project), HasDatabase(project), IsExternal(project), servers));
        }

        // A password that the model generates by itself is in no list of resources.
        var parameters = resources.OfType<ParameterResource>().Union(servers.Select(server => server.Password)).OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
        return new PublishedSystem(services, servers, [.. parameters]);

        async Task<IReadOnlyList<Variable>> ReadVariablesAsync(IResource resource)
        {
            var environment = await ExecutionConfigurationBuilder.Create(resource).WithEnvironmentVariablesConfig().BuildAsync(execution, logger, cancellationToken);
            if (environment.Exception is not null)
            {
                throw environment.Exception;
            }

            return
            [
                .. environment.EnvironmentVariablesWithUnprocessed
                    .Where(variable => !EnvironmentValue.IsHttpsAddress(variable.Value.Unprocessed))
                    .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                    .Select(variable => new Variable(variable.Key, ReadValue(resource, variable.Key, variable.Value.Unprocessed))),
            ];
        }

        EnvironmentValue ReadValue(IResource resource, string name, object? value)
        {
            try
            {
                return EnvironmentValue.Read(value, servers);
            }
            catch (NotSupportedException exception)
            {
                throw new DistributedApplicationException($"The variable {name} of {resource.Name} cannot be published: {exception.Message}.", exception);
            }
        }
    }

    private static bool HasDatabase(ProjectResource project) =>
        project.Annotations.OfType<ResourceRelationshipAnnotation>().Any(relationship => relationship is { Type: "Reference", Resource: PostgresDatabaseResource });

    private static bool IsExternal(ProjectResource project) => project.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal);
}
