namespace Ecommerce.AuthService.Api;

internal sealed record RefreshRequest(string RefreshToken);
