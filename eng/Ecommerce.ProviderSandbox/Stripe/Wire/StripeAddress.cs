using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

internal sealed record StripeAddress(string? City, string? Country, string? Line1, string? Line2, string? PostalCode, string? State)
{
    private static readonly string[] Names = ["city", "country", "line1", "line2", "postal_code", "state"];

    public static StripeAddress Empty { get; } = new(null, null, null, null, null, null);

    public static string[] Parameters(string prefix) => [prefix, .. Names.Select(name => $"{prefix}[{name}]")];

    /// <returns>The address, or null where none is sent.</returns>
    public static StripeAddress? Read(StripeForm form, string prefix)
    {
        var read = new StripeAddress(
            form.Text(prefix + "[city]"),
            form.Text(prefix + "[country]"),
            form.Text(prefix + "[line1]"),
            form.Text(prefix + "[line2]"),
            form.Text(prefix + "[postal_code]"),
            form.Text(prefix + "[state]"));
        return read == Empty ? null : read;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("city"u8, City);
        json.WriteString("country"u8, Country);
        json.WriteString("line1"u8, Line1);
        json.WriteString("line2"u8, Line2);
        json.WriteString("postal_code"u8, PostalCode);
        json.WriteString("state"u8, State);
        json.WriteEndObject();
    }
}
