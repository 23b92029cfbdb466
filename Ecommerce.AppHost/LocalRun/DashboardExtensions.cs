using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ecommerce.AppHost.LocalRun;

/// <summary>Resources that belong together in the dashboard.</summary>
internal sealed class ResourceGroup(string name) : Resource(name);

/// <summary>What a developer finds in the dashboard: groups, named addresses, commands.</summary>
internal static class DashboardExtensions
{
    private const string Dashboard = "aspire-dashboard";
    private const string OpenApi = "/openapi/v1.json";

    /// <summary>Puts services under one parent, with addresses that have names and the commands of a service's program.</summary>
    public static void ArrangeDashboard(this IDistributedApplicationBuilder builder, Providers providers)
    {
        if (!builder.ExecutionContext.IsRunMode)
        {
            return;
        }

        var shop = builder.AddResource(new ResourceGroup("shop")).WithInitialState(new()
        {
            ResourceType = "Group",
            State = KnownResourceStates.Running,
            Properties = [],
        }).WithIconName("BuildingShop").ExcludeFromManifest();
        shop.WithDemoDataReset();
        foreach (var project in builder.Resources.OfType<ProjectResource>().Where(project => project != providers.Sandbox?.Resource).ToArray())
        {
            var service = builder.CreateResourceBuilder(project).WithParentRelationship(shop);
            if (project.Name == "gateway-service")
            {
                service.WithUrlForEndpoint("http", url => url.DisplayText = "Shop API")
                    .WithUrl($"{service.GetEndpoint("http")}/docs", "API reference");
            }
            else
            {
                service.WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = (OpenApi, "OpenAPI"));
                if (ServiceProgram.PathOf(project) is { } program)
                {
                    service.WithProgramCommand(program, "migrate", "Migrate the database", "DatabaseArrowUp",
                            "Applies the migrations that the database does not have yet.")
                        .WithProgramCommand(program, "redrive", "Redrive dead letters", "MailArrowForward",
                            "Puts the messages that this service gave up back into its queue.");
                }
            }
        }

        providers.Sandbox?.WithUrlForEndpoint("http", url => url.DisplayText = "Inbox")
            .WithHttpCommand("/sandbox/mails", "Show the latest mails", commandName: "latest-mails", commandOptions: new()
            {
                Method = HttpMethod.Get,
                PrepareRequest = context =>
                {
                    // A question mark in the path above would be escaped.
                    context.Request.RequestUri = new UriBuilder(context.Request.RequestUri!) { Query = "limit=5" }.Uri;
                    return Task.CompletedTask;
                },
                Description = "The five newest mails that the shop has sent.",
                IconName = "MailInbox",
                IsHighlighted = true,
                ResultMode = HttpCommandResultMode.Json,
            });
        builder.KeepDashboardSmall();
    }

    // A service's program with a verb: it does that one thing with the service's own settings, and ends.
    private static IResourceBuilder<ProjectResource> WithProgramCommand(
        this IResourceBuilder<ProjectResource> service, string program, string verb, string title, string icon, string description) =>
        service.WithProcessCommand(
            verb,
            title,
            async context => new ProcessCommandSpec(program)
            {
                Arguments = [verb],
                WorkingDirectory = Path.GetDirectoryName(program),
                EnvironmentVariables = await EnvironmentOf(service.Resource, service.ApplicationBuilder.ExecutionContext, context),
            },
            new ProcessCommandOptions
            {
                Description = description,
                IconName = icon,
                UpdateState = state => state.ResourceSnapshot.HealthStatus == HealthStatus.Healthy ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
            });

    private static async Task<IDictionary<string, string>> EnvironmentOf(
        ProjectResource project, DistributedApplicationExecutionContext execution, ExecuteCommandContext command)
    {
        var configuration = await ExecutionConfigurationBuilder.Create(project).WithEnvironmentVariablesConfig()
            .BuildAsync(execution, command.Logger, command.CancellationToken);
        return configuration.Exception is null
            ? configuration.EnvironmentVariables.ToDictionary(variable => variable.Key, variable => variable.Value)
            : throw configuration.Exception;
    }

    // The dashboard keeps what it is sent in memory. What one developer looks at is far less than what it keeps by itself.
    private static void KeepDashboardSmall(this IDistributedApplicationBuilder builder) =>
        builder.Eventing.Subscribe<BeforeResourceStartedEvent>((starting, _) =>
        {
            if (starting.Resource.Name == Dashboard)
            {
                starting.Resource.Annotations.Add(new EnvironmentCallbackAnnotation(context =>
                {
                    context.EnvironmentVariables["DASHBOARD__TELEMETRYLIMITS__MAXTRACECOUNT"] = "2000";
                    context.EnvironmentVariables["DASHBOARD__TELEMETRYLIMITS__MAXLOGCOUNT"] = "5000";
                    context.EnvironmentVariables["DASHBOARD__TELEMETRYLIMITS__MAXMETRICSCOUNT"] = "5000";
                    context.EnvironmentVariables["DOTNET_gcServer"] = "0";
                    context.EnvironmentVariables["DOTNET_gcConcurrent"] = "0";
                    context.EnvironmentVariables["DOTNET_GCConserveMemory"] = "5";
                }));
            }

            return Task.CompletedTask;
        });
}
