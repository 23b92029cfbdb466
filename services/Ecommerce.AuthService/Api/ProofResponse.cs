namespace Ecommerce.AuthService.Api;

/// <param name="AccessToken">Says in <c>auth_time</c> and <c>amr</c> that the proof is recent.</param>
/// <param name="TokenType">Bearer.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record ProofResponse(string AccessToken, string TokenType, int ExpiresIn);
