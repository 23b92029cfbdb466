using Ecommerce.Contracts;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Api;

internal sealed record AddressResponse(Guid Id, AddressDto Address, bool DefaultShipping, bool DefaultBilling)
{
    public static AddressResponse Of(CustomerAddress entry)
    {
        var address = entry.Address;
        return new(
            entry.Id,
            new AddressDto(address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone),
            entry.IsDefaultShipping,
            entry.IsDefaultBilling);
    }
}
