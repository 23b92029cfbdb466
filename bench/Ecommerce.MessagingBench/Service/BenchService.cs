using System.Diagnostics;
using Ecommerce.Messaging;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.MessagingBench.Service;

/// <summary>A service that is nothing but messaging: it publishes, or it consumes what another one publishes.</summary>
internal static class BenchService
{
    public const string Verb = "service";
    public const string HandlerKey = "Bench:Handler";
    public const string PaddingKey = "Bench:Padding";
    private const int SavedTogether = 100;

    /// <summary>What <see cref="HandlerKey"/> may be.</summary>
    public const string Loads = "load";

    /// <summary>What <see cref="HandlerKey"/> may be.</summary>
    public const string Statement = "statement";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var times = new Times();
        var handled = new HandledTimes(times);
        builder.Services.AddSingleton(times);
        builder.Services.AddSingleton(handled);
        builder.AddServiceDatabase<BenchContext>("benchdb");
        builder.Services.ConfigureDbContext<BenchContext>(options => options.AddInterceptors(handled));
        builder.AddMessaging<BenchContext, NoMapper>(messaging => _ = builder.Configuration[HandlerKey] switch
        {
            Loads => messaging.Handle<Changed, LoadingHandler>(),
            Statement => messaging.Handle<Changed, StatementHandler>(),
            _ => messaging,
        });

        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BenchContext>().Database.EnsureCreatedAsync();
        }

        var padding = new string('x', app.Configuration.GetValue<int>(PaddingKey));
        app.MapGet("/health", () => "ok");
        app.MapGet("/times", (int from, int count) => times.Of(from, count));
        app.MapGet("/count", (int from, int count) => times.Count(from, count));
        app.MapPost("/subjects", AddSubjectsAsync);
        app.MapPost("/write", (Batch batch, IServiceScopeFactory scopes) => WriteAsync(scopes, times, batch, padding));
        app.MapPost("/pace", (Pace pace, IServiceScopeFactory scopes) => PaceAsync(scopes, times, pace, padding));
        await app.RunAsync();
        return 0;
    }

    private static Task<int> AddSubjectsAsync(string name, int subjects, BenchContext context) =>
        context.Database.ExecuteSqlAsync(
            $"INSERT INTO tallies (subject, handled, last, out_of_order) SELECT {name} || '/' || i, 0, -1, 0 FROM generate_series(0, {subjects} - 1) i");

    // The time is taken just before the commit: nobody can see an event earlier.
    private static async Task WriteAsync(IServiceScopeFactory scopes, Times times, Batch batch, string padding)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<BenchContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        for (var i = 0; i < batch.Count; i++)
        {
            Add(context, batch.Name, batch.From, i, batch.Subjects, padding);
            if ((i + 1) % SavedTogether == 0 || i + 1 == batch.Count)
            {
                await context.SaveChangesAsync();
                context.ChangeTracker.Clear();
            }
        }

        var now = Stopwatch.GetTimestamp();
        await transaction.CommitAsync();
        for (var i = 0; i < batch.Count; i++)
        {
            times.Set(batch.From + i, now);
        }
    }

    // Random gaps, the same for each way that is measured; one transaction an event, begun when it is due.
    private static async Task PaceAsync(IServiceScopeFactory scopes, Times times, Pace pace, string padding)
    {
        var random = new Random(pace.Seed);
        var due = Stopwatch.GetTimestamp();
        for (var i = 0; i < pace.Count; i++)
        {
            due += (long)(-Math.Log(1 - random.NextDouble()) / pace.PerSecond * Stopwatch.Frequency);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<BenchContext>();
            Add(context, pace.Name, pace.From, i, pace.Subjects, padding);
            times.Set(pace.From + i, Stopwatch.GetTimestamp());
            await context.SaveChangesAsync();
        }
    }

    private static void Add(BenchContext context, string name, int from, int index, int subjects, string padding)
    {
        var changed = new Changed($"{name}/{index % subjects}", from + index, index / subjects, padding);
        context.Add(new Change { Number = changed.Number, Subject = changed.Subject });
        context.AddToOutbox(changed, DateTimeOffset.UtcNow);
    }
}

/// <summary>Events that are committed together.</summary>
internal sealed record Batch(string Name, int From, int Count, int Subjects);

/// <summary>Events that are committed one by one.</summary>
internal sealed record Pace(string Name, int From, int Count, int Subjects, double PerSecond, int Seed);
