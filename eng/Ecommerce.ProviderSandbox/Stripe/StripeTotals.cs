using System.Text.Json;
using Ecommerce.ProviderSandbox.Stripe.Payments;

namespace Ecommerce.ProviderSandbox.Stripe;

/// <summary>Numbers and sums per currency.</summary>
internal sealed class StripeTotals
{
    private static readonly string[] Kinds = ["authorized", "captured", "refunded", "canceled"];

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (long Count, long Sum)[]> byCurrency = new(StringComparer.Ordinal);

    /// <summary>Payments counted.</summary>
    public long Payments { get; private set; }

    public void Add(StripePayment payment)
    {
        var intent = payment.Current;
        lock (gate)
        {
            Payments++;
            if (!byCurrency.TryGetValue(intent.Currency, out var sums))
            {
                byCurrency[intent.Currency] = sums = new (long, long)[Kinds.Length];
            }

            Add(sums, 0, intent.AmountCapturable);
            Add(sums, 1, intent.AmountReceived);
            Add(sums, 2, payment.AmountRefunded);
            Add(sums, 3, intent.Status == StripePaymentStatus.Canceled ? intent.Amount : 0);
        }
    }

    public void Add(StripeTotals other)
    {
        lock (other.gate)
        {
            Payments += other.Payments;
            foreach (var (currency, sums) in other.byCurrency)
            {
                byCurrency[currency] = [.. sums];
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            Payments = 0;
            byCurrency.Clear();
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("currencies"u8);
        foreach (var (currency, sums) in byCurrency)
        {
            json.WriteStartObject(currency);
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                json.WriteStartObject(Kinds[kind]);
                json.WriteNumber("count"u8, sums[kind].Count);
                json.WriteNumber("sum"u8, sums[kind].Sum);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Add((long Count, long Sum)[] sums, int kind, long amount)
    {
        if (amount > 0)
        {
            sums[kind] = (sums[kind].Count + 1, sums[kind].Sum + amount);
        }
    }
}
