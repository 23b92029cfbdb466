using Ecommerce.Contracts;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ShippingService.Domain;
using Ecommerce.ShippingService.Domain.Rates;

namespace Ecommerce.ShippingService.Application;

/// <summary>Shipping in the words that services share.</summary>
internal static class ShippingContracts
{
    public static PostalAddress ToDomain(this AddressDto address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);

    public static IReadOnlyList<ShipmentLineDto> LinesToDto(this Shipment shipment) =>
        [.. shipment.Lines.Select(line => new ShipmentLineDto(line.OrderLineId, line.Sku, line.Quantity))];

    public static ShippingOptionDto ToDto(this ShippingOption option, string currency) => new(
        option.Method.Code, option.Method.Name, option.Method.Carrier, new MoneyDto(option.Price, currency), option.Method.MinDays, option.Method.MaxDays);

    /// <summary>An enum as it is written on the wire.</summary>
    public static string ToWire<TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
