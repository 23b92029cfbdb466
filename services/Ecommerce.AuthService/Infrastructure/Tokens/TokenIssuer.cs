using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Staff;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Signs ES256 tokens with the newest key.</summary>
internal sealed class TokenIssuer(KeyRing keys, StaffAccess staff, IOptions<AuthenticationSettings> settings, TimeProvider clock) : ITokenIssuer
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public string ForSession(Account account, Session session) => Sign(new Dictionary<string, object>
    {
        ["sub"] = account.Id.ToString(),
        ["email"] = account.Email,
        ["roles"] = staff.RolesOf(account, session),
        ["sid"] = session.Id.ToString(),
        ["amr"] = session.Methods,
        ["auth_time"] = session.AuthenticatedAt.ToUnixTimeSeconds(),
    });

    public string ForApiKey(Account owner, Guid keyId, string[] roles) => Sign(new Dictionary<string, object>
    {
        ["sub"] = owner.Id.ToString(),
        ["email"] = owner.Email,
        ["roles"] = roles,
        ["amr"] = new[] { "api_key" },
        ["api_key_id"] = keyId.ToString(),
    });

    public string ForService(string name) => Sign(new Dictionary<string, object>
    {
        ["sub"] = name,
        ["roles"] = new[] { Roles.Service },
    });

    private string Sign(Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.Value.Issuer,
            Audience = settings.Value.Audience,
            Claims = claims,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
