namespace Ecommerce.Contracts.Auth.Internal;

/// <summary>GET /internal/v1/sessions/{id} → a session that has not ended, else 404; role service.</summary>
/// <param name="AccountId">The account that the session belongs to.</param>
public sealed record LiveSessionDto(Guid AccountId);
