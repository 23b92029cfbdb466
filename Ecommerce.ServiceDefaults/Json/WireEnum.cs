using System.Diagnostics.CodeAnalysis;

namespace Ecommerce.ServiceDefaults.Json;

// IParsable asks for static members on this very type.
#pragma warning disable CA1000

/// <summary>An enum in a query, by its name on the wire (<c>awaitingPayment</c>). The framework by itself binds C# names, and any number.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <param name="Value">The value.</param>
public readonly record struct WireEnum<TEnum>(TEnum Value) : IParsable<WireEnum<TEnum>>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> ByName =
        Enum.GetValues<TEnum>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">No value has the name.</exception>
    public static WireEnum<TEnum> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is none of {string.Join(", ", ByName.Keys)}.");

    /// <summary>Reads a name, if a value has it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WireEnum<TEnum> result)
    {
        var found = ByName.TryGetValue(s ?? "", out var value);
        result = new(value);
        return found;
    }
}
