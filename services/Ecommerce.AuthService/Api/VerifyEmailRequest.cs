namespace Ecommerce.AuthService.Api;

internal sealed record VerifyEmailRequest(string Token);
