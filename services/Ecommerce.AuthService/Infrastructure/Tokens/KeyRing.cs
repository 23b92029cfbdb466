using System.Security.Cryptography;
using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>This replica's copy of the signing keys.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, KeyEncryption encryption, TimeProvider clock)
{
    private volatile IReadOnlyDictionary<SigningKey, ECDsaSecurityKey>? _keys;

    /// <summary>The one that signs now.</summary>
    public ECDsaSecurityKey Current => Keys[KeySchedule.Signing([.. Keys.Keys], clock.GetUtcNow())];

    /// <summary>All that are published: those that will sign, the one that does, and those whose tokens are still good.</summary>
    public IReadOnlyList<ECDsaSecurityKey> All => [.. Keys.Values];

    public IReadOnlyList<SigningKey> Stored => [.. Keys.Keys];

    private IReadOnlyDictionary<SigningKey, ECDsaSecurityKey> Keys => _keys ?? Load();

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        Use(await scope.ServiceProvider.GetRequiredService<AuthDbContext>().SigningKeys.AsNoTracking().ToListAsync(cancellationToken));
    }

    private IReadOnlyDictionary<SigningKey, ECDsaSecurityKey> Load()
    {
        using var scope = scopes.CreateScope();
        return Use([.. scope.ServiceProvider.GetRequiredService<AuthDbContext>().SigningKeys.AsNoTracking()]);
    }

    private IReadOnlyDictionary<SigningKey, ECDsaSecurityKey> Use(List<SigningKey> stored)
    {
        if (stored.Count == 0)
        {
            throw new InvalidOperationException("There is no signing key: the migration has not run.");
        }

        // A key that is known stays the same object: somebody may be signing with it.
        var known = _keys?.ToDictionary(pair => pair.Key.Id, pair => pair) ?? [];
        return _keys = stored.ToDictionary(
            key => known.TryGetValue(key.Id, out var same) ? same.Key : key,
            key => known.TryGetValue(key.Id, out var same) ? same.Value : Read(key));
    }

    private ECDsaSecurityKey Read(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(encryption.Decrypt(stored.EncryptedPrivateKey), out _);
        return new ECDsaSecurityKey(key) { KeyId = stored.Id };
    }
}
