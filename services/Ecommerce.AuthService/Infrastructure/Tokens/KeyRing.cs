using System.Security.Cryptography;
using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>The signing keys, newest first. The first key is made with the database.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, KeyEncryption encryption, TimeProvider clock) : IDatabaseSeed
{
    private const long CreationLock = 0x6b657972696e67; // "keyring"

    private volatile IReadOnlyList<ECDsaSecurityKey>? _keys;

    public ECDsaSecurityKey Current => All[0];

    public IReadOnlyList<ECDsaSecurityKey> All => _keys ?? Load();

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AuthDbContext>();

        // Replicas that start together make one key, not one each.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CreationLock})", cancellationToken);
        if (!await context.SigningKeys.AnyAsync(cancellationToken))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..8]);
            context.Add(SigningKey.Create(id, encryption.Encrypt(key.ExportPkcs8PrivateKey()), clock.GetUtcNow()));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private IReadOnlyList<ECDsaSecurityKey> Load()
    {
        using var scope = scopes.CreateScope();
        var stored = scope.ServiceProvider.GetRequiredService<AuthDbContext>().SigningKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).ToList();
        if (stored.Count == 0)
        {
            throw new InvalidOperationException("There is no signing key: the migration has not run.");
        }

        return _keys = [.. stored.Select(Read)];
    }

    private ECDsaSecurityKey Read(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(encryption.Decrypt(stored.EncryptedPrivateKey), out _);
        return new ECDsaSecurityKey(key) { KeyId = stored.Id };
    }
}
