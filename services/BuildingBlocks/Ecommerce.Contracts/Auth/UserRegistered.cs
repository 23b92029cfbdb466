namespace Ecommerce.Contracts.Auth;

/// <summary>An account was made; its email is not verified yet.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">As typed, trimmed.</param>
/// <param name="Name">Display name.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="RegisteredAt">When, UTC.</param>
[IntegrationEvent("auth.user_registered.v1")]
public sealed record UserRegistered(
    Guid UserId,
    string Email,
    string Name,
    string Locale,
    DateTimeOffset RegisteredAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
