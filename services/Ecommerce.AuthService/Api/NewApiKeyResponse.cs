namespace Ecommerce.AuthService.Api;

/// <param name="Key">For <c>POST /api/v1/auth/token</c>; shown this once.</param>
/// <param name="Details">The rest.</param>
internal sealed record NewApiKeyResponse(string Key, ApiKeyResponse Details);
