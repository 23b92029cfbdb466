using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>What a charge or a refund did to the balance; derived, never stored.</summary>
internal sealed record StripeBalanceTransaction(string Id, long Created, long Amount, long Fee, string Currency, string Source, string Type)
    : IStripeObject
{
    private const long TwoDays = 2 * 24 * 3600;

    public static StripeBalanceTransaction? Find(StripeState state, string id)
    {
        var rest = id["txn_".Length..];
        if (state.Charges.Find("ch_" + rest)?.Charge is { Captured: true } charge)
        {
            // Stripe's standard price for a card: 2.9 % and 30.
            var fee = (charge.AmountCaptured * 29 / 1000) + 30;
            return new(id, charge.Created, charge.AmountCaptured, fee, charge.Intent.Currency, charge.Id, "charge");
        }

        return state.Refunds.Find("re_" + rest)?.Refund is { Status: "succeeded" } refund
            ? new(id, refund.Created, -refund.Amount, 0, refund.Currency, refund.Id, "refund")
            : null;
    }

    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("object"u8, "balance_transaction"u8);
        json.WriteNumber("amount"u8, Amount);
        json.WriteNumber("available_on"u8, Created + TwoDays);
        json.WriteString("balance_type"u8, "payments"u8);
        json.WriteNumber("created"u8, Created);
        json.WriteString("currency"u8, Currency);
        json.Nulls("description", "exchange_rate");
        json.WriteNumber("fee"u8, Fee);
        json.WriteStartArray("fee_details"u8);
        if (Fee > 0)
        {
            json.WriteStartObject();
            json.WriteNumber("amount"u8, Fee);
            json.WriteNull("application"u8);
            json.WriteString("currency"u8, Currency);
            json.WriteString("description"u8, "Stripe processing fees"u8);
            json.WriteString("type"u8, "stripe_fee"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("net"u8, Amount - Fee);
        json.WriteString("reporting_category"u8, Type);
        json.WriteString("source"u8, Source);
        json.WriteString("status"u8, "pending"u8);
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }
}
