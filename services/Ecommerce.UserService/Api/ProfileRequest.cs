namespace Ecommerce.UserService.Api;

internal sealed record ProfileRequest(string Name, string Locale, string Currency, bool MarketingConsent);
