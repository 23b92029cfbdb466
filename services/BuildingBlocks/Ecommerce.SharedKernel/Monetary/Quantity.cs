namespace Ecommerce.SharedKernel.Monetary;

/// <summary>A count of units of one article, from 1 to 9,999.</summary>
public readonly record struct Quantity
{
    /// <summary>The most units that one line can hold.</summary>
    public const int Maximum = 9_999;

    /// <summary>A count of units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 or more than <see cref="Maximum"/>.</exception>
    public Quantity(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Maximum);
        Value = value;
    }

    /// <summary>The number of units.</summary>
    public int Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
