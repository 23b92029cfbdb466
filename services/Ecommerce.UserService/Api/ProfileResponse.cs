using Ecommerce.Contracts;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Api;

internal sealed record ProfileResponse(
    Guid Id, string Email, string Name, string Locale, string Currency, bool MarketingConsent, IReadOnlyList<AddressResponse> Addresses)
{
    public static ProfileResponse Of(Customer customer) => new(
        customer.Id, customer.Email, customer.Name, customer.Locale, customer.Currency, customer.Allows(ConsentChannel.Email),
        [.. customer.Addresses.OrderBy(address => address.Id).Select(AddressResponse.Of)]);
}
