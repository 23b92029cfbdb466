using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using StackExchange.Redis;

namespace Ecommerce.AppHost.LocalRun;

/// <summary>Empties everything that the shop keeps on this machine and lets the services fill it with the demonstration data again.</summary>
internal static class DemoDataReset
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(3);

    public static void WithDemoDataReset(this IResourceBuilder<ResourceGroup> shop) =>
        shop.WithCommand("reset-demo-data", "Reset demo data", context => ResetAsync(shop.ApplicationBuilder, context), new CommandOptions
        {
            Description = "Empties databases, queues, cache and images, and starts every service with the demonstration data.",
            ConfirmationMessage = "Every order, account and product of this shop on this machine is deleted. Go on?",
            IconName = "ArrowReset",
            IsHighlighted = true,
        });

    private static async Task<ExecuteCommandResult> ResetAsync(IDistributedApplicationBuilder builder, ExecuteCommandContext context)
    {
        var commands = context.Services.GetRequiredService<ResourceCommandService>();
        var notifications = context.Services.GetRequiredService<ResourceNotificationService>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        deadline.CancelAfter(TimeToStart);
        var services = builder.Resources.OfType<ProjectResource>().Select(project => project.Name).ToArray();
        await Task.WhenAll(services.Select(service => commands.ExecuteCommandAsync(service, KnownResourceCommands.StopCommand, deadline.Token)));
        await Task.WhenAll(services.Select(service =>
            notifications.WaitForResourceAsync(service, [.. KnownResourceStates.TerminalStates, KnownResourceStates.NotStarted], deadline.Token)));

        foreach (var server in builder.Resources.OfType<PostgresServerResource>())
        {
            await EmptyDatabasesAsync(server, deadline.Token);
        }

        foreach (var broker in builder.Resources.OfType<RabbitMQServerResource>())
        {
            await EmptyQueuesAsync(broker, services, deadline.Token);
        }

        foreach (var cache in builder.Resources.OfType<RedisResource>())
        {
            await EmptyCacheAsync(cache, deadline.Token);
        }

        if (Directory.Exists(DataFolder.ImagesOf(builder)))
        {
            Directory.Delete(DataFolder.ImagesOf(builder), recursive: true);
        }

        await Task.WhenAll(services.Select(service => commands.ExecuteCommandAsync(service, KnownResourceCommands.StartCommand, deadline.Token)));
        await Task.WhenAll(services.Select(service => notifications.WaitForResourceHealthyAsync(service, deadline.Token)));
        return CommandResults.Success("The shop has its demonstration data again.");
    }

    private static async Task EmptyDatabasesAsync(PostgresServerResource server, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create((await server.GetConnectionStringAsync(cancellationToken))!);
        foreach (var database in server.Databases.Values)
        {
            await using var drop = source.CreateCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
            await drop.ExecuteNonQueryAsync(cancellationToken);
            await using var create = source.CreateCommand($"CREATE DATABASE \"{database}\"");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task EmptyQueuesAsync(RabbitMQServerResource broker, IEnumerable<string> services, CancellationToken cancellationToken)
    {
        var address = await broker.ConnectionStringExpression.GetValueAsync(cancellationToken);
        await using var connection = await new ConnectionFactory { Uri = new(address!) }.CreateConnectionAsync(cancellationToken);
        foreach (var queue in services.SelectMany(service => new[] { service, service + ".dead" }))
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            try
            {
                await channel.QueuePurgeAsync(queue, cancellationToken);
            }
            catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                // The sandbox has no queue, and a service that never ran has none yet.
            }
        }
    }

    private static async Task EmptyCacheAsync(RedisResource cache, CancellationToken cancellationToken)
    {
        var settings = ConfigurationOptions.Parse((await cache.GetConnectionStringAsync(cancellationToken))!);
        settings.AllowAdmin = true;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(settings);
        foreach (var server in connection.GetServers())
        {
            await server.FlushAllDatabasesAsync();
        }
    }
}
