namespace Ecommerce.UserService.Api;

internal sealed record MarketingChannels(bool Email, bool Sms, bool Push);
