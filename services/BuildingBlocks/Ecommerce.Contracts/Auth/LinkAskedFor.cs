using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.Contracts.Auth;

/// <summary>Someone asked for a one-time link to an address, which may have no account. Only auth-service itself listens, so that the answer is the same in time.</summary>
/// <param name="Email">As typed, trimmed.</param>
/// <param name="Purpose">emailVerification or passwordReset.</param>
/// <param name="AskedAt">When, UTC.</param>
[IntegrationEvent("auth.link_asked_for.v1")]
public sealed record LinkAskedFor(
    string Email,
    string Purpose,
    DateTimeOffset AskedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"address/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Email.ToUpperInvariant())).AsSpan(0, 8))}";
}
