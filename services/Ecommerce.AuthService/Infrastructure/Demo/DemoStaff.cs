using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.AuthService.Infrastructure.Demo;

/// <summary>Staff of the demonstration shop, with a password that is given and never built in.</summary>
internal sealed class DemoStaff(IServiceScopeFactory scopes, IPasswords passwords, IConfiguration configuration, TimeProvider clock) : IDatabaseSeed
{
    private const long SeedLock = 0x7374616666; // "staff"
    private static readonly string[] StaffRoles = [Roles.Admin, Roles.Support, Roles.Merchandiser];

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (configuration["Demo:StaffPassword"] is not { Length: > 0 } password)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AuthDbContext>();

        // Replicas that start together do not both put them in.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SeedLock})", cancellationToken);
        foreach (var role in StaffRoles)
        {
            var email = $"{role}@shop.example";
            var normalized = Account.Normalize(email);
            if (await context.Accounts.AnyAsync(account => account.NormalizedEmail == normalized, cancellationToken))
            {
                continue;
            }

            var now = clock.GetUtcNow();
            var account = Account.Register(
                new AccountId(Guid.CreateVersion7(now)), email, $"Demo {role}", "en", await passwords.HashAsync(password, cancellationToken), [Roles.Customer, role], now);
            account.VerifyEmail(now);
            context.Add(account);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
