namespace Ecommerce.AuthService.Application.ExternalLogin;

internal sealed record StartedFlow(Uri AuthorizationUrl, string Flow, DateTimeOffset ExpiresAt);
