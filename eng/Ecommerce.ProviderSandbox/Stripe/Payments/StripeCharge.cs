using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

internal sealed record StripeCharge(string Id, long Created, StripePaymentIntent Intent, StripePaymentMethod Method) : IStripeObject
{
    public long AmountCaptured { get; init; }

    public long AmountRefunded { get; init; }

    public CardDecline? Decline { get; init; }

    public bool Authenticated { get; init; }

    public bool Captured => AmountCaptured > 0;

    public bool Succeeded => Decline is null;

    public string BalanceTransaction => "txn_" + Id["ch_".Length..];

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "charge"u8);
        json.WriteNumber("amount"u8, Intent.Amount);
        json.WriteNumber("amount_captured"u8, AmountCaptured);
        json.WriteNumber("amount_refunded"u8, AmountRefunded);
        json.Nulls("application", "application_fee", "application_fee_amount");
        expansion.Reference(json, "balance_transaction", Captured ? BalanceTransaction : null);
        json.BillingDetails(Method.Billing);
        json.WriteString("calculated_statement_descriptor"u8, Intent.StatementDescriptor ?? "SANDBOX");
        json.WriteBoolean("captured"u8, Captured);
        json.WriteNumber("created"u8, Created);
        json.WriteString("currency"u8, Intent.Currency);
        expansion.Reference(json, "customer", Intent.Customer);
        json.WriteString("description"u8, Intent.Description);
        json.WriteBoolean("disputed"u8, false);
        json.WriteNull("failure_balance_transaction"u8);
        json.WriteString("failure_code"u8, Decline?.Code);
        json.WriteString("failure_message"u8, Decline?.Message);
        json.WriteStartObject("fraud_details"u8);
        json.WriteEndObject();
        json.WriteBoolean("livemode"u8, false);
        Intent.Metadata.Write(json);
        json.WriteNull("on_behalf_of"u8);
        WriteOutcome(json);
        json.WriteBoolean("paid"u8, Succeeded);
        expansion.Reference(json, "payment_intent", Intent.Id);
        json.WriteString("payment_method"u8, Method.Id);
        WriteMethodDetails(json);
        json.WriteString("receipt_email"u8, Intent.ReceiptEmail);
        json.Nulls("receipt_number", "receipt_url");
        json.WriteBoolean("refunded"u8, AmountRefunded > 0 && AmountRefunded == AmountCaptured);
        json.WriteNull("review"u8);
        json.Whole("shipping", Intent.Shipping);
        json.Nulls("source", "source_transfer");
        json.WriteString("statement_descriptor"u8, Intent.StatementDescriptor);
        json.WriteString("statement_descriptor_suffix"u8, Intent.StatementDescriptorSuffix);
        json.WriteString("status"u8, Succeeded ? "succeeded"u8 : "failed"u8);
        json.WriteNull("transfer_data"u8);
        json.WriteString("transfer_group"u8, Intent.TransferGroup);
        json.WriteEndObject();
    }

    private void WriteOutcome(Utf8JsonWriter json)
    {
        json.WriteStartObject("outcome"u8);
        json.Nulls("advice_code", "network_advice_code", "network_decline_code");
        json.WriteString("network_status"u8, Succeeded ? "approved_by_network"u8 : "declined_by_network"u8);
        json.WriteString("reason"u8, Decline?.DeclineCode ?? Decline?.Code);
        json.WriteString("risk_level"u8, "normal"u8);
        json.WriteString("seller_message"u8, Succeeded ? "Payment complete."u8 : "The bank did not approve the payment."u8);
        json.WriteString("type"u8, Succeeded ? "authorized"u8 : "issuer_declined"u8);
        json.WriteEndObject();
    }

    private void WriteMethodDetails(Utf8JsonWriter json)
    {
        var card = Method.Card;
        json.WriteStartObject("payment_method_details"u8);
        json.WriteStartObject("card"u8);
        json.Number("amount_authorized", Succeeded ? Intent.Amount : null);
        json.WriteNull("authorization_code"u8);
        json.WriteString("brand"u8, card.Brand);
        json.WriteStartObject("checks"u8);
        json.Nulls("address_line1_check", "address_postal_code_check");
        json.WriteString("cvc_check"u8, "pass"u8);
        json.WriteEndObject();
        json.WriteString("country"u8, "US"u8);
        json.WriteNull("electronic_commerce_indicator"u8);
        json.WriteNumber("exp_month"u8, StripePaymentMethod.ExpiryMonth);
        json.WriteNumber("exp_year"u8, StripePaymentMethod.ExpiryYear);
        json.WriteString("fingerprint"u8, "fp" + card.Number);
        json.WriteString("funding"u8, card.Funding);
        json.WriteNull("installments"u8);
        json.WriteString("last4"u8, card.Last4);
        json.WriteNull("mandate"u8);
        json.WriteStartObject("multicapture"u8);
        json.WriteString("status"u8, Intent.Multicapture ? "available"u8 : "unavailable"u8);
        json.WriteEndObject();
        json.WriteString("network"u8, card.Brand);
        json.WriteNull("network_transaction_id"u8);
        json.WriteString("regulated_status"u8, "unregulated"u8);
        WriteThreeDSecure(json);
        json.Nulls("transaction_link_id", "wallet");
        json.WriteEndObject();
        json.WriteString("type"u8, "card"u8);
        json.WriteEndObject();
    }

    private void WriteThreeDSecure(Utf8JsonWriter json)
    {
        if (!Authenticated)
        {
            json.WriteNull("three_d_secure"u8);
            return;
        }

        json.WriteStartObject("three_d_secure"u8);
        json.WriteString("authentication_flow"u8, "challenge"u8);
        json.WriteString("electronic_commerce_indicator"u8, "05"u8);
        json.WriteNull("exemption_indicator"u8);
        json.WriteString("result"u8, "authenticated"u8);
        json.Nulls("result_reason", "transaction_id");
        json.WriteString("version"u8, "2.2.0"u8);
        json.WriteEndObject();
    }
}
