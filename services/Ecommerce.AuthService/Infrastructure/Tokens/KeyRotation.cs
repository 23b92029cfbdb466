using System.Security.Cryptography;
using Ecommerce.AuthService.Application.SigningKeys;
using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Makes and deletes keys in the database. Replicas settle it by a lock there. The first key is made with the database.</summary>
internal sealed class KeyRotation(IServiceScopeFactory scopes, KeyRing ring, KeyEncryption encryption, IOptions<SigningKeyOptions> options, TimeProvider clock)
    : ISigningKeys, IDatabaseSeed
{
    private const long RotationLock = 0x6b657972696e67; // "keyring"

    public Task SeedAsync(CancellationToken cancellationToken) => KeepAsync(force: false, cancellationToken);

    /// <summary>Makes the next key when it is time, and deletes those that are spent.</summary>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        await ring.ReloadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (options.Value.Schedule.IsDue(ring.Stored, now) || KeySchedule.Spent(ring.Stored, now).Count > 0)
        {
            await KeepAsync(force: false, cancellationToken);
            await ring.ReloadAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<SigningKeyView>> ListAsync(CancellationToken cancellationToken)
    {
        await ring.ReloadAsync(cancellationToken);
        var (stored, now) = (ring.Stored, clock.GetUtcNow());
        var signing = KeySchedule.Signing(stored, now);
        return [.. stored.OrderByDescending(key => key.SignsFrom).Select(key => View(key, signing, now))];
    }

    public async Task<Result<SigningKeyView>> RotateAsync(CancellationToken cancellationToken)
    {
        if (await KeepAsync(force: true, cancellationToken) is not { } made)
        {
            return AccountErrors.RotationPending;
        }

        await ring.ReloadAsync(cancellationToken);
        return new SigningKeyView(made.Id, SigningKeyState.Published, made.CreatedAt, made.SignsFrom);
    }

    private static SigningKeyView View(SigningKey key, SigningKey signing, DateTimeOffset now) => new(
        key.Id,
        key.Id == signing.Id ? SigningKeyState.Signing : key.SignsFrom > now ? SigningKeyState.Published : SigningKeyState.Retiring,
        key.CreatedAt,
        key.SignsFrom);

    private async Task<SigningKey?> KeepAsync(bool force, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RotationLock})", cancellationToken);

        var now = clock.GetUtcNow();
        var keys = await context.SigningKeys.ToListAsync(cancellationToken);
        context.RemoveRange(KeySchedule.Spent(keys, now));
        SigningKey? made = null;
        if (!KeySchedule.IsPending(keys, now) && (force || options.Value.Schedule.IsDue(keys, now)))
        {
            made = Make(now, options.Value.Schedule.NextSignsFrom(keys, now));
            context.Add(made);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    private SigningKey Make(DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..8]);
        return SigningKey.Create(id, encryption.Encrypt(key.ExportPkcs8PrivateKey()), now, signsFrom);
    }
}
