using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

internal sealed record StripePaymentIntent(string Id, long Created, long Amount, string Currency, string ClientSecret) : IStripeObject
{
    public string Status { get; init; } = StripePaymentStatus.RequiresPaymentMethod;

    public long AmountCapturable { get; init; }

    public long AmountReceived { get; init; }

    public bool AutomaticMethods { get; init; }

    public string? AllowRedirects { get; init; }

    public long? CanceledAt { get; init; }

    public string? CancellationReason { get; init; }

    public string CaptureMethod { get; init; } = "automatic_async";

    public string ConfirmationMethod { get; init; } = "automatic";

    public string? Customer { get; init; }

    public string? Description { get; init; }

    public StripeError? LastError { get; init; }

    public string? LatestCharge { get; init; }

    public StripeMetadata Metadata { get; init; } = StripeMetadata.Empty;

    public StripeNextAction? NextAction { get; init; }

    public string? PaymentMethod { get; init; }

    public string? ReceiptEmail { get; init; }

    public bool Multicapture { get; init; }

    public string? RequestThreeDSecure { get; init; }

    public string? SetupFutureUsage { get; init; }

    public StripeAddressed? Shipping { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public string? TransferGroup { get; init; }

    public bool IsFinished => Status is StripePaymentStatus.Succeeded or StripePaymentStatus.Canceled;

    /// <summary>Money is held, taken, or may be yet: neither canceled nor failed.</summary>
    public bool IsLive => Status != StripePaymentStatus.Canceled
        && !(Status == StripePaymentStatus.RequiresPaymentMethod && LastError is not null);

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "payment_intent"u8);
        json.WriteNull("allowed_payment_method_types"u8);
        json.WriteNumber("amount"u8, Amount);
        json.WriteNumber("amount_capturable"u8, AmountCapturable);
        json.WriteStartObject("amount_details"u8);
        json.WriteStartObject("tip"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("amount_received"u8, AmountReceived);
        json.Nulls("application", "application_fee_amount");
        WriteAutomaticMethods(json);
        json.Number("canceled_at", CanceledAt);
        json.WriteString("cancellation_reason"u8, CancellationReason);
        json.WriteString("capture_method"u8, CaptureMethod);
        json.WriteString("client_secret"u8, ClientSecret);
        json.WriteString("confirmation_method"u8, ConfirmationMethod);
        json.WriteNumber("created"u8, Created);
        json.WriteString("currency"u8, Currency);
        expansion.Reference(json, "customer", Customer);
        json.WriteNull("customer_account"u8);
        json.WriteString("description"u8, Description);
        json.WriteNull("excluded_payment_method_types"u8);
        WriteLastError(json);
        expansion.Reference(json, "latest_charge", LatestCharge);
        json.WriteBoolean("livemode"u8, false);
        json.WriteNull("managed_payments"u8);
        Metadata.Write(json);
        StripeNextAction.Write(json, NextAction);
        json.WriteNull("on_behalf_of"u8);
        expansion.Reference(json, "payment_method", PaymentMethod);
        json.WriteNull("payment_method_configuration_details"u8);
        WriteMethodOptions(json);
        json.WriteStartArray("payment_method_types"u8);
        json.WriteStringValue("card"u8);
        json.WriteEndArray();
        json.Nulls("payment_record", "processing");
        json.WriteString("receipt_email"u8, ReceiptEmail);
        json.WriteNull("review"u8);
        json.WriteString("setup_future_usage"u8, SetupFutureUsage);
        json.Whole("shipping", Shipping);
        json.WriteNull("source"u8);
        json.WriteString("statement_descriptor"u8, StatementDescriptor);
        json.WriteString("statement_descriptor_suffix"u8, StatementDescriptorSuffix);
        json.WriteString("status"u8, Status);
        json.WriteNull("transfer_data"u8);
        json.WriteString("transfer_group"u8, TransferGroup);
        json.WriteEndObject();
    }

    private void WriteAutomaticMethods(Utf8JsonWriter json)
    {
        if (!AutomaticMethods)
        {
            json.WriteNull("automatic_payment_methods"u8);
            return;
        }

        json.WriteStartObject("automatic_payment_methods"u8);
        json.WriteString("allow_redirects"u8, AllowRedirects ?? "always");
        json.WriteBoolean("enabled"u8, true);
        json.WriteEndObject();
    }

    private void WriteLastError(Utf8JsonWriter json)
    {
        json.WritePropertyName("last_payment_error"u8);
        if (LastError is null)
        {
            json.WriteNullValue();
        }
        else
        {
            LastError.WriteInner(json, StripeExpansion.None);
        }
    }

    private void WriteMethodOptions(Utf8JsonWriter json)
    {
        json.WriteStartObject("payment_method_options"u8);
        json.WriteStartObject("card"u8);
        json.Nulls("installments", "mandate_options", "network");
        if (Multicapture)
        {
            json.WriteString("request_multicapture"u8, "if_available"u8);
        }

        json.WriteString("request_three_d_secure"u8, RequestThreeDSecure ?? "automatic");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
