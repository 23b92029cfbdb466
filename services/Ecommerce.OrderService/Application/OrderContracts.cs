using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application;

/// <summary>Orders in the words that services share.</summary>
internal static class OrderContracts
{
    public static AddressDto ToDto(this PostalAddress address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);

    public static PostalAddress ToDomain(this AddressDto address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);

    public static IReadOnlyList<OrderLineDto> LinesToDto(this Order order) =>
    [
        .. order.Lines.Select(line => new OrderLineDto(
            line.Id, line.Sku, line.ProductId, line.Name, line.VariantName, line.ImageUrl, line.Quantity, line.UnitPrice,
            line.Subtotal, line.Discount, line.Tax, line.Total, line.WeightGrams)),
    ];

    public static OrderTotalsDto TotalsToDto(this Order order) => new(
        order.Currency.Code, order.Subtotal, order.Discount, order.Shipping, order.ShippingDiscount, order.ShippingTax, order.Tax,
        order.TaxIncluded, order.Total);

    /// <summary>An enum as it is written on the wire.</summary>
    public static string ToWire<TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
