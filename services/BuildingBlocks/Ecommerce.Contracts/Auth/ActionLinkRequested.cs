namespace Ecommerce.Contracts.Auth;

/// <summary>A one-time link is to be emailed.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">Where the link goes.</param>
/// <param name="Name">Display name.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Purpose">emailVerification or passwordReset.</param>
/// <param name="LinkId">Notification-service asks auth-service for the link by this id when it renders the message; the event holds no secret.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
[IntegrationEvent("auth.action_link_requested.v1")]
public sealed record ActionLinkRequested(
    Guid UserId,
    string Email,
    string Name,
    string Locale,
    string Purpose,
    Guid LinkId,
    DateTimeOffset ExpiresAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
