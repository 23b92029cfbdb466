using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecommerce.ServiceDefaults.Persistence;

internal sealed partial class DatabaseMigrator<TContext>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DatabaseMigrator<TContext>> logger)
    : IDatabaseMigrator
    where TContext : DbContext
{
    // A database that starts together with its service may be a little later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await TryMigrateAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (IsAway(exception) && clock.GetElapsedTime(begun) < Patience)
            {
                LogAway(exception);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    public async Task WaitUntilMigratedAsync(CancellationToken cancellationToken)
    {
        for (var isFirst = true; !await IsMigratedAsync(cancellationToken); isFirst = false)
        {
            if (isFirst)
            {
                LogNotMigrated();
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var missing = await scope.ServiceProvider.GetRequiredService<TContext>().Database.GetPendingMigrationsAsync(cancellationToken);
            return !missing.Any();
        }
        catch (Exception exception) when (IsAway(exception) || exception is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            return false;
        }
    }

    private static bool IsAway(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } || exception.InnerException is NpgsqlException { IsTransient: true };

    private async Task TryMigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.MigrateAsync(cancellationToken);
        foreach (var seed in scope.ServiceProvider.GetServices<IDatabaseSeed>())
        {
            await seed.SeedAsync(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet; migrating is tried again.")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(LogLevel.Information, "The database is not migrated yet; waiting for the migration.")]
    private partial void LogNotMigrated();
}
