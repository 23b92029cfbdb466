namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>What a login gives: a short token to call with and a long one to get the next with.</summary>
internal sealed record TokenPair(string AccessToken, TimeSpan ExpiresIn, string RefreshToken);
