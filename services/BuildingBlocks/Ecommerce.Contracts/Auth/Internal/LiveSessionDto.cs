namespace Ecommerce.Contracts.Auth.Internal;

/// <summary>GET /internal/v1/sessions/{id} → a session that has not ended, 404 for every other; role service.</summary>
/// <param name="AccountId">Whose it is.</param>
public sealed record LiveSessionDto(Guid AccountId);
