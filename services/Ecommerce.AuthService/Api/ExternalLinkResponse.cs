namespace Ecommerce.AuthService.Api;

internal sealed record ExternalLinkResponse(string Provider, DateTimeOffset LinkedAt);
