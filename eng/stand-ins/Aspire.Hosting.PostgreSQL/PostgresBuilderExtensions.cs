using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>A server; its password is generated where none is given.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, [ResourceName] string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var server = new PostgresServerResource(name, userName?.Resource,
            password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password"));
        string? connectionString = null;
        builder.Eventing.Subscribe<ConnectionStringAvailableEvent>(server, async (_, token) => connectionString = await server.GetConnectionStringAsync(token).ConfigureAwait(false));
        builder.Eventing.Subscribe<ResourceReadyEvent>(server, (e, token) => CreateDatabasesAsync(builder, server, connectionString!, e.Services, token));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration($"{name}_check", new PostgresHealthCheck(() => connectionString is null ? null : connectionString + ";Database=postgres"), null, null));
        return builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: 5432, name: PostgresServerResource.PrimaryEndpointName)
            .WithImage("library/postgres", "18.3")
            .WithImageRegistry("docker.io")
            .WithIconName("DatabaseMultiple")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256")
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["POSTGRES_USER"] = server.UserNameReference;
                context.EnvironmentVariables["POSTGRES_PASSWORD"] = server.PasswordParameter;
            })
            .WithHealthCheck($"{name}_check");
    }

    /// <summary>A database, created once its server is healthy.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, [ResourceName] string name, string? databaseName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Add(name, database.DatabaseName);
        string? connectionString = null;
        var application = builder.ApplicationBuilder;
        application.Eventing.Subscribe<ConnectionStringAvailableEvent>(database, async (_, token) => connectionString = await database.ConnectionStringExpression.GetValueAsync(token).ConfigureAwait(false));
        application.Services.AddHealthChecks().Add(new HealthCheckRegistration($"{name}_check", new PostgresHealthCheck(() => connectionString), null, null));
        return application.AddResource(database).WithIconName("Database").WithHealthCheck($"{name}_check");
    }

    /// <summary>The SQL that creates the database, in place of a plain CREATE DATABASE.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> WithCreationScript(this IResourceBuilder<PostgresDatabaseResource> builder, string script)
        => builder.WithAnnotation(new CreationScriptAnnotation(script), ResourceAnnotationMutationBehavior.Replace);

    /// <summary>Keeps the data in a volume.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false)
        => builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/var/lib/postgresql", isReadOnly);

    /// <summary>Keeps the data in a folder.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataBindMount(this IResourceBuilder<PostgresServerResource> builder, string source, bool isReadOnly = false)
        => builder.WithBindMount(source, "/var/lib/postgresql", isReadOnly);

    /// <summary>The port at which others reach it.</summary>
    public static IResourceBuilder<PostgresServerResource> WithHostPort(this IResourceBuilder<PostgresServerResource> builder, int? port)
        => builder.WithEndpoint(PostgresServerResource.PrimaryEndpointName, e => e.Port = port);

    /// <summary>The password.</summary>
    public static IResourceBuilder<PostgresServerResource> WithPassword(this IResourceBuilder<PostgresServerResource> builder, IResourceBuilder<ParameterResource> password)
    {
        builder.Resource.PasswordParameter = password.Resource;
        return builder;
    }

    /// <summary>The user.</summary>
    public static IResourceBuilder<PostgresServerResource> WithUserName(this IResourceBuilder<PostgresServerResource> builder, IResourceBuilder<ParameterResource> userName)
    {
        builder.Resource.UserNameParameter = userName.Resource;
        return builder;
    }

    private static async Task CreateDatabasesAsync(IDistributedApplicationBuilder builder, PostgresServerResource server, string connectionString, IServiceProvider services, CancellationToken cancellationToken)
    {
        var loggers = services.GetRequiredService<ResourceLoggerService>();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var database in builder.Resources.OfType<PostgresDatabaseResource>().Where(d => ReferenceEquals(d.Parent, server)))
        {
            var logger = loggers.GetLogger(database);
            var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName);
            var script = database.Annotations.OfType<CreationScriptAnnotation>().LastOrDefault()?.Script ?? $"CREATE DATABASE {quoted}";
            try
            {
                logger.LogInformation("Creating database '{DatabaseName}'", database.DatabaseName);
                await using var command = new NpgsqlCommand(script, connection);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
            {
                logger.LogInformation("Database '{DatabaseName}' already exists", database.DatabaseName);
            }
            catch (PostgresException e)
            {
                logger.LogError(e, "Failed to create database '{DatabaseName}'", database.DatabaseName);
            }
        }
    }

    private sealed class CreationScriptAnnotation(string script) : IResourceAnnotation
    {
        internal string Script { get; } = script;
    }
}
