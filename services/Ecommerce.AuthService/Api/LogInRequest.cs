namespace Ecommerce.AuthService.Api;

internal sealed record LogInRequest(string Email, string Password);
