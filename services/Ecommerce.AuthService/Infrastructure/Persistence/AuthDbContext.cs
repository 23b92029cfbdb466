using Ecommerce.AuthService.Domain;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class AuthDbContext(DbContextOptions<AuthDbContext> options) : DbContext(options)
{
    private const long RolesLock = 0x726f6c6573; // "roles"

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ActionLink> ActionLinks => Set<ActionLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<LoginChallenge> LoginChallenges => Set<LoginChallenge>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ExternalIdentity> ExternalIdentities => Set<ExternalIdentity>();

    public DbSet<ExternalFlow> ExternalFlows => Set<ExternalFlow>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    /// <summary>Has those who change who is an admin come one after the other, until the transaction ends.</summary>
    public Task LockRolesAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RolesLock})", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AuthDbContext).Assembly);
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotency();
        modelBuilder.UseSnakeCaseNames();
    }
}
