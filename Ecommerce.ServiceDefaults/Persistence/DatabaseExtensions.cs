using Ecommerce.Messaging;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ServiceDefaults.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>A service's own database.</summary>
public static class DatabaseExtensions
{
    private const int LargestPool = 30;
    private static readonly PreparingInterceptor Preparing = new();

    /// <summary>Adds the data source, a pooled context with the outbox, its health check, traces and metrics.</summary>
    /// <typeparam name="TContext">The service's only context.</typeparam>
    /// <param name="builder">The service's builder.</param>
    /// <param name="name">The name of the connection string.</param>
    /// <exception cref="InvalidOperationException">There is no such connection string.</exception>
    public static void AddServiceDatabase<TContext>(this IHostApplicationBuilder builder, string name)
        where TContext : DbContext
    {
        var connectionString = builder.Configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"The connection string '{name}' is missing: set ConnectionStrings__{name}.");
        builder.Services.AddSingleton(_ =>
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, LargestPool);
            settings.ApplicationName ??= ServiceName.Of(builder.Environment);

            // The plans inside the database's own functions are kept per connection: DISCARD ALL at each return to the pool would throw them
            // away, and the prepared statements with them. So nobody may leave settings or session locks on a pooled connection. Automatic
            // preparation stays off: after a statement failed in the use that prepares it, Npgsql 10.0.3 answers the next one with an error
            // though the row is stored (npgsql/npgsql#6391, docs/adr/0014). Statements are prepared by name: PreparingInterceptor, PreparedStatement.
            settings.NoResetOnClose = true;

            // The name stands in each metric of the pool; without one the whole connection string would, but for the password.
            return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name }.Build();
        });
        builder.Services.AddDbContextPool<TContext>((services, options) =>
        {
            // An aggregate's collections side by side in one row set would multiply: lines times history.
            options.UseNpgsql(
                services.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

            // A refused statement is either expected (a unique key that settles a race) or thrown and logged once, further up.
            options.ConfigureWarnings(warnings => warnings
                .Ignore(CoreEventId.SaveChangesFailed)
                .Log((RelationalEventId.CommandError, LogLevel.Debug)));
            options.AddInterceptors(Preparing);
            if (services.GetService<OutboxInterceptor>() is { } outbox)
            {
                options.AddInterceptors(outbox);
            }
        });

        // A transaction that is retried as a whole belongs to the use case or to messaging, not to the connection.
        builder.EnrichNpgsqlDbContext<TContext>(settings => settings.DisableRetry = true);
        builder.Services.AddSingleton<IdempotencyStore>();
        builder.Services.AddHostedService<IdempotencyCleaner>();
        builder.Services.AddSingleton<IDatabaseMigrator, DatabaseMigrator<TContext>>();
    }
}
