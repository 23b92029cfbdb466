namespace Ecommerce.UserService.Api;

/// <param name="Locale">BCP 47.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Marketing">By which channels marketing may come.</param>
/// <param name="Source">Where the customer says so.</param>
internal sealed record PreferencesRequest(string Locale, string Currency, MarketingChannels Marketing, string Source = "preferences");
