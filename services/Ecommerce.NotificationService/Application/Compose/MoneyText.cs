using System.Globalization;
using Ecommerce.Contracts;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Amounts as people of a locale write them.</summary>
internal static class MoneyText
{
    public static string Of(long amount, string currency, string locale)
    {
        var exponent = Currency.From(currency).Exponent;
        var value = amount / (decimal)Math.Pow(10, exponent);
        return $"{value.ToString("N" + exponent.ToString(CultureInfo.InvariantCulture), CultureOf(locale))} {currency}";
    }

    public static string Of(MoneyDto money, string locale) => Of(money.Amount, money.Currency, locale);

    public static string Of(DateTimeOffset time, string locale) => time.ToString("f", CultureOf(locale)) + " UTC";

    private static CultureInfo CultureOf(string locale) =>
        locale.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? CultureInfo.GetCultureInfo("de-DE") : CultureInfo.GetCultureInfo("en-US");
}
