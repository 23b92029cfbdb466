using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Api;

internal sealed record ApiKeyResponse(
    Guid Id, string Name, string Prefix, string[] Roles, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public static ApiKeyResponse Of(ApiKey key) => new(key.Id, key.Name, key.Prefix, key.Roles, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.RevokedAt);
}
