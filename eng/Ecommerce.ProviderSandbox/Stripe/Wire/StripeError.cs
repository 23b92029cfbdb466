using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Stripe's error body, with its status.</summary>
internal sealed record StripeError(int Status, string Type, string Message) : IStripeBody
{
    public string? Code { get; init; }

    public string? Param { get; init; }

    public string? DeclineCode { get; init; }

    public string? Charge { get; init; }

    public IStripeObject? PaymentIntent { get; init; }

    public IStripeObject? SetupIntent { get; init; }

    public IStripeObject? PaymentMethod { get; init; }

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WritePropertyName("error"u8);
        WriteInner(json, expansion);
        json.WriteEndObject();
    }

    /// <summary>The error alone, as it stands in <c>last_payment_error</c>.</summary>
    public void WriteInner(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        Optional(json, "charge", Charge);
        Optional(json, "code", Code);
        Optional(json, "decline_code", DeclineCode);
        Optional(json, "doc_url", Code is null ? null : "https://stripe.com/docs/error-codes/" + Code.Replace('_', '-'));
        json.WriteString("message"u8, Message);
        Optional(json, "param", Param);
        Inner(json, "payment_intent", PaymentIntent, expansion);
        Inner(json, "payment_method", PaymentMethod, expansion);
        Inner(json, "setup_intent", SetupIntent, expansion);
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Inner(Utf8JsonWriter json, string name, IStripeObject? value, StripeExpansion expansion)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            value.Write(json, expansion);
        }
    }
}
