namespace Ecommerce.AuthService.Api;

internal sealed record StepUpRequest(string Password);
