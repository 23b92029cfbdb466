using Ecommerce.Contracts;
using Ecommerce.Contracts.Order.Internal;
using Ecommerce.Contracts.Returns;
using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Application;

/// <summary>Returns in the words that services share.</summary>
internal static class ReturnContracts
{
    public static IReadOnlyList<ReturnLineDto> LinesToDto(this Return request) =>
        [.. request.Lines.Select(line => new ReturnLineDto(line.LineId, line.Sku, line.Quantity, line.Reason.ToWire()))];

    public static MoneyDto MoneyOf(this Return request, long amount) => new(amount, request.Currency.Code);

    public static AddressDto ToDto(this PostalAddress address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);

    public static SoldOrder ToDomain(this OrderDto order) => new(
        new OrderId(order.OrderId), order.OrderNumber, order.CustomerId, order.Email, order.Locale, Currency.From(order.Totals.Currency),
        order.Totals.Total, order.PaymentId,
        [.. order.Lines.Select(line => new SoldLine(line.LineId, line.Sku, line.Name, line.Quantity, line.Total, line.WeightGrams))],
        order.ShippingAddress.ToDomain(),
        order is { Status: "confirmed" or "completed", FulfilmentStatus: not "unfulfilled" },
        order.DeliveredAt);

    /// <summary>An enum as it is written on the wire.</summary>
    public static string ToWire<TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static PostalAddress ToDomain(this AddressDto address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);
}
