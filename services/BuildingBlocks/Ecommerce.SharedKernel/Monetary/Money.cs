using System.Globalization;

namespace Ecommerce.SharedKernel.Monetary;

/// <summary>An amount in the minor units of a currency (1999 USD is 19.99 dollars). May be negative; arithmetic is checked.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(long Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>An amount of a currency given by its code.</summary>
    /// <exception cref="ArgumentException">The code is not an ISO 4217 currency.</exception>
    public static Money Of(long amount, string currency) => new(amount, Currency.From(currency));

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Whether it is zero.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>The sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Amount + Same(left, right).Amount), left.Currency);

    /// <summary>The difference.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Amount - Same(left, right).Amount), left.Currency);

    /// <summary>A whole multiple.</summary>
    public static Money operator *(Money money, long factor) => new(checked(money.Amount * factor), money.Currency);

    /// <summary>Whether the left one is less.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is more.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not more.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not less.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The sum, by name.</summary>
    public Money Add(Money other) => this + other;

    /// <summary>The difference, by name.</summary>
    public Money Subtract(Money other) => this - other;

    /// <summary>A whole multiple, by name.</summary>
    public Money Multiply(long factor) => this * factor;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>For a person: <c>19.99 USD</c>.</summary>
    public override string ToString()
    {
        var scale = (decimal)Math.Pow(10, Currency.Exponent);
        return (Amount / scale).ToString($"F{Currency.Exponent}", CultureInfo.InvariantCulture) + " " + Currency.Code;
    }

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not mix.");
}
