namespace Ecommerce.AuthService.Api;

/// <param name="Challenge">What the first step of the login gave.</param>
/// <param name="Code">The authenticator's code, or a recovery code.</param>
/// <param name="DeviceToken">What the last login on this device gave.</param>
internal sealed record AnswerChallengeRequest(string Challenge, string Code, string? DeviceToken = null);
