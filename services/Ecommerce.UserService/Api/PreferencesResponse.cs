using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Api;

/// <param name="Locale">BCP 47.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Marketing">By which channels marketing may come.</param>
/// <param name="Consents">When and where each was said.</param>
internal sealed record PreferencesResponse(string Locale, string Currency, MarketingChannels Marketing, IReadOnlyList<ConsentResponse> Consents)
{
    public static PreferencesResponse Of(Customer customer) => new(
        customer.Locale,
        customer.Currency,
        new MarketingChannels(customer.Allows(ConsentChannel.Email), customer.Allows(ConsentChannel.Sms), customer.Allows(ConsentChannel.Push)),
        [.. customer.Consents.OrderBy(consent => consent.Channel).Select(consent => new ConsentResponse(consent.Channel, consent.Granted, consent.At, consent.Source))]);
}
