namespace Ecommerce.AuthService.Api;

internal sealed record ExchangeApiKeyRequest(string ApiKey);
