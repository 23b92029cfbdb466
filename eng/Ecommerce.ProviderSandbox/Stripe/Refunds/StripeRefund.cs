using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Refunds;

internal sealed record StripeRefund(string Id, long Created, long Amount, string Currency, string Charge, string PaymentIntent) : IStripeObject
{
    public string Status { get; init; } = "succeeded";

    public string? Reason { get; init; }

    public string? FailureReason { get; init; }

    public string? Customer { get; init; }

    public string? PaymentMethod { get; init; }

    public StripeMetadata Metadata { get; init; } = StripeMetadata.Empty;

    public string BalanceTransaction => "txn_" + Id["re_".Length..];

    /// <summary>The money is, or will be, back with the buyer.</summary>
    public bool Counts => Status is "succeeded" or "pending";

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "refund"u8);
        json.WriteNumber("amount"u8, Amount);
        expansion.Reference(json, "balance_transaction", Status == "succeeded" ? BalanceTransaction : null);
        expansion.Reference(json, "charge", Charge);
        json.WriteNumber("created"u8, Created);
        json.WriteString("currency"u8, Currency);
        json.WriteString("customer"u8, Customer);
        json.WriteNull("customer_account"u8);
        json.WriteStartObject("destination_details"u8);
        json.WriteStartObject("card"u8);
        json.WriteString("reference_status"u8, "pending"u8);
        json.WriteString("reference_type"u8, "acquirer_reference_number"u8);
        json.WriteString("type"u8, "refund"u8);
        json.WriteEndObject();
        json.WriteString("type"u8, "card"u8);
        json.WriteEndObject();
        if (FailureReason is not null)
        {
            json.WriteString("failure_reason"u8, FailureReason);
        }

        Metadata.Write(json);
        expansion.Reference(json, "payment_intent", PaymentIntent);
        json.WriteString("payment_method"u8, PaymentMethod);
        json.WriteString("reason"u8, Reason);
        json.Nulls("receipt_number", "source_transfer_reversal");
        json.WriteString("status"u8, Status);
        json.WriteNull("transfer_reversal"u8);
        json.WriteEndObject();
    }
}
