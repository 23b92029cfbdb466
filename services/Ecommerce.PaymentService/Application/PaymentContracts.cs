using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application;

/// <summary>Payments in the words that services share.</summary>
internal static class PaymentContracts
{
    public static PaymentDto ToDto(this Payment payment) => new(
        payment.Id.Value, payment.OrderId, payment.Status.ToWire(), payment.MoneyOf(payment.Amount), payment.MoneyOf(payment.CapturedTotal),
        payment.MoneyOf(payment.RefundedTotal), payment.NextActionUrl, payment.FailureCode);

    public static MoneyDto MoneyOf(this Payment payment, long amount) => new(amount, payment.Currency.Code);

    /// <summary>An enum as it is written on the wire.</summary>
    public static string ToWire<TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
