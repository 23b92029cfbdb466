using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Pieces that several objects are written with.</summary>
internal static class StripeJson
{
    public static void Nulls(this Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteNull(name);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes an object, or null where there is none.</summary>
    public static void Whole(this Utf8JsonWriter json, string name, StripeAddressed? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WritePropertyName(name);
            value.Write(json);
        }
    }

    public static void BillingDetails(this Utf8JsonWriter json, StripeBilling? billing)
    {
        json.WriteStartObject("billing_details"u8);
        json.WritePropertyName("address"u8);
        (billing?.Address ?? StripeAddress.Empty).Write(json);
        json.WriteString("email"u8, billing?.Email);
        json.WriteString("name"u8, billing?.Name);
        json.WriteString("phone"u8, billing?.Phone);
        json.WriteNull("tax_id"u8);
        json.WriteEndObject();
    }
}
