using System.Security.Cryptography;
using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.Testing.Hosting;

/// <summary>Tokens as auth-service makes them, signed with a key of the test's own.</summary>
public static class TestTokens
{
    private static readonly ECDsaSecurityKey SigningKey = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>The key that services under test trust.</summary>
    public static SecurityKey Key => SigningKey;

    /// <summary>A customer's token.</summary>
    /// <param name="id">Who.</param>
    /// <param name="email">Their address.</param>
    /// <param name="provedBefore">How long ago they proved who they are; just now where it is left out.</param>
    public static string Customer(Guid id, string email = "ada@example.com", TimeSpan provedBefore = default) => Create(id.ToString(), email, provedBefore, Roles.Customer);

    /// <summary>A staff member's token.</summary>
    public static string Staff(string role) => Create(Guid.NewGuid().ToString(), $"{role}@example.com", TimeSpan.Zero, Roles.Customer, role);

    /// <summary>Another service's token.</summary>
    public static string Service(string name = "test-service") => Create(name, null, TimeSpan.Zero, Roles.Service);

    private static string Create(string subject, string? email, TimeSpan provedBefore, params string[] roles)
    {
        // A person's session has the person's id here, so that a stub of auth-service can tell whose it is.
        var session = Guid.TryParse(subject, out var person) ? person : Guid.NewGuid();
        var claims = new Dictionary<string, object> { ["sub"] = subject, ["roles"] = roles, ["sid"] = session.ToString() };
        if (email is not null)
        {
            claims["email"] = email;
            claims["auth_time"] = (DateTimeOffset.UtcNow - provedBefore).ToUnixTimeSeconds();
        }

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "ecommerce",
            Audience = "ecommerce",
            Claims = claims,
            Expires = DateTime.UtcNow.AddMinutes(15),
            SigningCredentials = new SigningCredentials(SigningKey, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
