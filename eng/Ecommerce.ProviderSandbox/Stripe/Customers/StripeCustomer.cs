using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Customers;

internal sealed record StripeCustomer(string Id, long Created) : IStripeObject
{
    public StripeAddress? Address { get; init; }

    public string? Description { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? DefaultPaymentMethod { get; init; }

    public StripeAddressed? Shipping { get; init; }

    public StripeMetadata Metadata { get; init; } = StripeMetadata.Empty;

    public bool Deleted { get; init; }

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "customer"u8);
        if (Deleted)
        {
            json.WriteBoolean("deleted"u8, true);
            json.WriteEndObject();
            return;
        }

        if (Address is null)
        {
            json.WriteNull("address"u8);
        }
        else
        {
            json.WritePropertyName("address"u8);
            Address.Write(json);
        }

        json.WriteNumber("balance"u8, 0);
        json.WriteNumber("created"u8, Created);
        json.Nulls("currency", "customer_account", "default_source");
        json.WriteBoolean("delinquent"u8, false);
        json.WriteString("description"u8, Description);
        json.WriteNull("discount"u8);
        json.WriteString("email"u8, Email);
        json.WriteString("invoice_prefix"u8, Id[^8..].ToUpperInvariant());
        json.WriteStartObject("invoice_settings"u8);
        json.WriteNull("custom_fields"u8);
        json.WriteString("default_payment_method"u8, DefaultPaymentMethod);
        json.Nulls("footer", "rendering_options");
        json.WriteEndObject();
        json.WriteBoolean("livemode"u8, false);
        Metadata.Write(json);
        json.WriteString("name"u8, Name);
        json.WriteNumber("next_invoice_sequence"u8, 1);
        json.WriteString("phone"u8, Phone);
        json.WriteStartArray("preferred_locales"u8);
        json.WriteEndArray();
        json.Whole("shipping", Shipping);
        json.WriteString("tax_exempt"u8, "none"u8);
        json.WriteNull("test_clock"u8);
        json.WriteEndObject();
    }
}
