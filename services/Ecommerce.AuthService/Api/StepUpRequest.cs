namespace Ecommerce.AuthService.Api;

/// <param name="Password">Of an account without a second factor.</param>
/// <param name="Code">Of one with it: the authenticator's code, or a recovery code.</param>
internal sealed record StepUpRequest(string? Password = null, string? Code = null);
