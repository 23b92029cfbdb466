using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.SharedKernel.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("USD", "19.99 USD")]
    [InlineData("JPY", "1999 JPY")]
    [InlineData("KWD", "1.999 KWD")]
    public void Amounts_are_in_the_minor_unit_of_their_currency(string currency, string text) => Money.Of(1_999, currency).ToString().ShouldBe(text);

    [Fact]
    public void Currencies_do_not_mix() => Should.Throw<InvalidOperationException>(() => Money.Of(1, "USD") + Money.Of(1, "EUR"));

    [Fact]
    public void An_overflow_is_an_error_and_not_a_small_number() => Should.Throw<OverflowException>(() => Money.Of(long.MaxValue, "USD") + Money.Of(1, "USD"));

    [Theory]
    [InlineData("usd")]
    [InlineData("XXX")]
    [InlineData(null)]
    public void What_is_no_currency_is_refused(string? code) => Currency.TryFrom(code, out _).ShouldBeFalse();
}
