using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.ApiKeys;

/// <summary>Makes and revokes keys of staff, and gives short tokens for them, so that other services know nothing of keys.</summary>
internal sealed class ApiKeyHandler(IAccountStore accounts, ITokenIssuer tokens, AuditLog audit, TimeProvider clock)
{
    private const string Mark = "ek_";
    private const int PrefixLength = 12;

    /// <returns>The key, shown this once, and its row.</returns>
    public async Task<Result<(string Key, ApiKey Row)>> CreateAsync(
        AccountId owner, string name, string[] roles, TimeSpan lifetime, Origin origin, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindAsync(owner, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            var allowed = account.AllowApiKey(await accounts.CountLiveApiKeysAsync(owner, now, cancellationToken), roles);
            if (!allowed.IsSuccess)
            {
                return allowed.Error;
            }

            var id = Guid.CreateVersion7(now);
            var (token, hash) = OpaqueToken.Create(id);
            var row = ApiKey.Create(id, owner, name, (Mark + token)[..PrefixLength], hash, roles, now, lifetime);
            accounts.Add(row);
            audit.Add(SecurityEventType.ApiKeyCreated, owner, origin, row.Prefix);
            if (await accounts.TrySaveAsync(cancellationToken))
            {
                return (Mark + token, row);
            }
        }
    }

    /// <param name="id">The key.</param>
    /// <param name="owner">Whose it has to be; null for an admin, who revokes any.</param>
    /// <param name="origin">Who revokes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RevokeAsync(Guid id, AccountId? owner, Origin origin, CancellationToken cancellationToken)
    {
        do
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindApiKeyAsync(id, cancellationToken) is not { } key || (owner is not null && key.AccountId != owner) || !key.IsLive(now))
            {
                return AccountErrors.ApiKeyNotFound;
            }

            key.Revoke(now);
            audit.Add(SecurityEventType.ApiKeyRevoked, key.AccountId, origin, key.Prefix);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return Result.Success;
    }

    public async Task<Result<string>> ExchangeAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!key.StartsWith(Mark, StringComparison.Ordinal)
            || OpaqueToken.Read(key[Mark.Length..]) is not { } claimed
            || await accounts.FindApiKeyAsync(claimed.Id, cancellationToken) is not { } row
            || !row.IsOpenedBy(claimed.Hash, now)
            || await accounts.FindAsync(row.AccountId, cancellationToken) is not { } owner)
        {
            return AccountErrors.ApiKeyInvalid;
        }

        // A role that its owner lost is lost to the key.
        string[] roles = [.. row.Roles.Intersect(owner.Roles)];
        if (roles.Length == 0)
        {
            return AccountErrors.ApiKeyInvalid;
        }

        if (row.NoteUse(now))
        {
            // Of several uses in one moment one is noted.
            await accounts.TrySaveAsync(cancellationToken);
        }

        return tokens.ForApiKey(owner, row.Id, roles);
    }
}
