using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.PaymentMethods;

internal sealed record StripePaymentMethod(string Id, long Created, TestCard Card) : IStripeObject
{
    public const int ExpiryMonth = 12;
    public const int ExpiryYear = 2034;

    public string? Customer { get; init; }

    public StripeBilling? Billing { get; init; }

    public StripeMetadata Metadata { get; init; } = StripeMetadata.Empty;

    /// <summary>Authenticated once for later use.</summary>
    public bool IsSetUp { get; init; }

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "payment_method"u8);
        json.WriteString("allow_redisplay"u8, "unspecified"u8);
        json.BillingDetails(Billing);
        json.WriteStartObject("card"u8);
        json.WriteString("brand"u8, Card.Brand);
        json.WriteStartObject("checks"u8);
        json.Nulls("address_line1_check", "address_postal_code_check");
        json.WriteString("cvc_check"u8, "pass"u8);
        json.WriteEndObject();
        json.WriteString("country"u8, "US"u8);
        json.WriteString("display_brand"u8, Card.Brand);
        json.WriteNumber("exp_month"u8, ExpiryMonth);
        json.WriteNumber("exp_year"u8, ExpiryYear);
        json.WriteString("fingerprint"u8, "fp" + Card.Number);
        json.WriteString("funding"u8, Card.Funding);
        json.WriteNull("generated_from"u8);
        json.WriteString("last4"u8, Card.Last4);
        json.WriteStartObject("networks"u8);
        json.WriteStartArray("available"u8);
        json.WriteStringValue(Card.Brand);
        json.WriteEndArray();
        json.WriteNull("preferred"u8);
        json.WriteEndObject();
        json.WriteString("regulated_status"u8, "unregulated"u8);
        json.WriteStartObject("three_d_secure_usage"u8);
        json.WriteBoolean("supported"u8, true);
        json.WriteEndObject();
        json.WriteNull("wallet"u8);
        json.WriteEndObject();
        json.WriteNumber("created"u8, Created);
        expansion.Reference(json, "customer", Customer);
        json.WriteNull("customer_account"u8);
        json.WriteBoolean("livemode"u8, false);
        Metadata.Write(json);
        json.WriteString("type"u8, "card"u8);
        json.WriteEndObject();
    }
}
