using System.Globalization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>A number or a name, such as that of a port; a text that is a number is one.</summary>
public sealed record Int32OrStringV1(int? Number = null, string? Text = null)
{
    /// <summary>A number.</summary>
    public Int32OrStringV1(int value) : this(value, null)
    {
    }

    /// <summary>A text.</summary>
    public Int32OrStringV1(string? value) : this(
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null,
        int.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : value)
    {
    }

    /// <summary>Either, as text.</summary>
    public string? Value => Number?.ToString(CultureInfo.InvariantCulture) ?? Text;

    /// <summary>A number.</summary>
    public static implicit operator Int32OrStringV1(int value) => new(value);

    /// <summary>A text.</summary>
    public static implicit operator Int32OrStringV1?(string? value) => value is null ? null : new Int32OrStringV1(value);

    /// <inheritdoc />
    public override string? ToString() => Value;
}
