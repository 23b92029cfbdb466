namespace Ecommerce.Contracts.Auth.Internal;

/// <summary>GET /internal/v1/action-links/{id} → the link to email; role service, notification-service only.</summary>
/// <param name="Url">Where the person clicks</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record ActionLinkDto(
    string Url,
    DateTimeOffset ExpiresAt);
