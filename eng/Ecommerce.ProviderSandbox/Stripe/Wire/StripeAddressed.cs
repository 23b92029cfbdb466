using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>A name with an address: the <c>shipping</c> of an object.</summary>
internal sealed record StripeAddressed(StripeAddress Address, string? Name, string? Phone, string? Carrier, string? TrackingNumber)
{
    public static string[] Parameters { get; } =
    [
        "shipping", "shipping[name]", "shipping[phone]", "shipping[carrier]", "shipping[tracking_number]",
        .. StripeAddress.Parameters("shipping[address]"),
    ];

    public static StripeAddressed? Read(StripeForm form, StripeAddressed? before)
    {
        if (!form.Fields.Any(field => field.Key.StartsWith("shipping", StringComparison.Ordinal)))
        {
            return before;
        }

        if (form.Has("shipping"))
        {
            return null;
        }

        return new(
            StripeAddress.Read(form, "shipping[address]") ?? StripeAddress.Empty,
            form.Required("shipping[name]"),
            form.Text("shipping[phone]"),
            form.Text("shipping[carrier]"),
            form.Text("shipping[tracking_number]"));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("address"u8);
        Address.Write(json);
        json.WriteString("carrier"u8, Carrier);
        json.WriteString("name"u8, Name);
        json.WriteString("phone"u8, Phone);
        json.WriteString("tracking_number"u8, TrackingNumber);
        json.WriteEndObject();
    }
}
