using Ecommerce.Messaging.Consuming;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ServiceDefaults.Hosting;

/// <summary>What a service's executable can do besides serving.</summary>
public static class ServiceVerbs
{
    /// <summary>
    /// <c>migrate</c> brings the database up to date and ends; <c>await-migrations</c> ends once it is up to date; <c>redrive</c> puts dead letters back into the queue and ends;
    /// without a verb the service runs. With <c>Database:MigrateAtStart</c> it migrates before it serves, for development and tests.
    /// </summary>
    public static async Task RunServiceAsync(this WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault(arg => !arg.StartsWith('-')))
        {
            case "migrate":
                await MigrateAsync(app);
                return;
            case "await-migrations":
                foreach (var migrator in app.Services.GetServices<IDatabaseMigrator>())
                {
                    await migrator.WaitUntilMigratedAsync(CancellationToken.None);
                }

                return;
            case "redrive":
                var count = await app.Services.GetRequiredService<DeadLetters>().RedriveAsync(int.MaxValue, CancellationToken.None);
                await Console.Out.WriteLineAsync($"{count} messages went back into the queue.");
                return;
            default:
                if (app.Configuration.GetValue<bool>("Database:MigrateAtStart"))
                {
                    await MigrateAsync(app);
                }

                await app.RunAsync();
                return;
        }
    }

    private static async Task MigrateAsync(WebApplication app)
    {
        foreach (var migrator in app.Services.GetServices<IDatabaseMigrator>())
        {
            await migrator.MigrateAsync(CancellationToken.None);
        }
    }
}
