namespace Ecommerce.Contracts.Auth;

/// <summary>An admin granted or revoked a staff role.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Roles">All that it has now.</param>
/// <param name="ChangedAt">When, UTC.</param>
[IntegrationEvent("auth.roles_changed.v1")]
public sealed record RolesChanged(
    Guid UserId,
    IReadOnlyList<string> Roles,
    DateTimeOffset ChangedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
