using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.SetupIntents;

internal sealed record StripeSetupIntent(string Id, long Created, string ClientSecret) : IStripeObject
{
    public string Status { get; init; } = StripePaymentStatus.RequiresPaymentMethod;

    public bool AutomaticMethods { get; init; } = true;

    public string? AllowRedirects { get; init; }

    public string? CancellationReason { get; init; }

    public string? Customer { get; init; }

    public string? Description { get; init; }

    public StripeError? LastError { get; init; }

    public StripeMetadata Metadata { get; init; } = StripeMetadata.Empty;

    public StripeNextAction? NextAction { get; init; }

    public string? PaymentMethod { get; init; }

    public string Usage { get; init; } = "off_session";

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "setup_intent"u8);
        json.Nulls("allowed_payment_method_types", "application");
        if (AutomaticMethods)
        {
            json.WriteStartObject("automatic_payment_methods"u8);
            json.WriteString("allow_redirects"u8, AllowRedirects ?? "always");
            json.WriteBoolean("enabled"u8, true);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("automatic_payment_methods"u8);
        }

        json.WriteString("cancellation_reason"u8, CancellationReason);
        json.WriteString("client_secret"u8, ClientSecret);
        json.WriteNumber("created"u8, Created);
        expansion.Reference(json, "customer", Customer);
        json.WriteNull("customer_account"u8);
        json.WriteString("description"u8, Description);
        json.Nulls("excluded_payment_method_types", "flow_directions");
        json.WritePropertyName("last_setup_error"u8);
        if (LastError is null)
        {
            json.WriteNullValue();
        }
        else
        {
            LastError.WriteInner(json, StripeExpansion.None);
        }

        json.WriteNull("latest_attempt"u8);
        json.WriteBoolean("livemode"u8, false);
        json.WriteNull("mandate"u8);
        Metadata.Write(json);
        StripeNextAction.Write(json, NextAction);
        json.WriteNull("on_behalf_of"u8);
        expansion.Reference(json, "payment_method", PaymentMethod);
        json.WriteNull("payment_method_configuration_details"u8);
        json.WriteStartObject("payment_method_options"u8);
        json.WriteEndObject();
        json.WriteStartArray("payment_method_types"u8);
        json.WriteStringValue("card"u8);
        json.WriteEndArray();
        json.WriteNull("single_use_mandate"u8);
        json.WriteString("status"u8, Status);
        json.WriteString("usage"u8, Usage);
        json.WriteEndObject();
    }
}
