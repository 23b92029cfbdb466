namespace Ecommerce.AuthService.Api;

/// <param name="Challenge">For <c>POST /api/v1/auth/login/mfa</c>, with the code.</param>
/// <param name="ExpiresAt">UTC.</param>
internal sealed record ChallengeResponse(string Challenge, DateTimeOffset ExpiresAt);
