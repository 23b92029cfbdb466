using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.MessagingBench.Service;

/// <summary>A row of the publishing service, written in the transaction that also writes the outbox row.</summary>
internal sealed class Change
{
    public int Number { get; init; }

    public required string Subject { get; init; }
}

/// <summary>A row of the consuming service, changed by each event of its subject.</summary>
internal sealed class Tally
{
    public required string Subject { get; init; }

    /// <summary>How many events were handled.</summary>
    public int Handled { get; set; }

    /// <summary>The place of the last event; -1 before the first.</summary>
    public int Last { get; set; } = -1;

    /// <summary>How many events did not come right after the one before them.</summary>
    public int OutOfOrder { get; set; }

    public void Add(int place)
    {
        Handled++;
        OutOfOrder += place == Last + 1 ? 0 : 1;
        Last = place;
    }
}

/// <summary>The database of either service.</summary>
internal sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
{
    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Change>(change =>
        {
            change.ToTable("changes");
            change.HasKey(c => c.Number);
            change.Property(c => c.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<Tally>(tally =>
        {
            tally.ToTable("tallies");
            tally.HasKey(t => t.Subject);
        });
        modelBuilder.AddMessaging();
        modelBuilder.UseSnakeCaseNames();
    }
}
