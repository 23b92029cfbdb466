namespace Ecommerce.AuthService.Api;

internal sealed record CodeRequest(string Code);
