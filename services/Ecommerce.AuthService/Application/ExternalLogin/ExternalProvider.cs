namespace Ecommerce.AuthService.Application.ExternalLogin;

internal sealed record ExternalProvider(string Name, string DisplayName);
