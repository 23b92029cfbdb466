namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>What a first proof gives: a session, or the way to the second proof.</summary>
internal sealed record LogInOutcome(TokenPair? Tokens, string? Challenge, DateTimeOffset? ChallengeExpiresAt);
