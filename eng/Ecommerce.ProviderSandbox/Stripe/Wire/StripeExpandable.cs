using System.Collections.Frozen;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Which property leads to which kind of object: what <c>expand[]</c> may name.</summary>
internal static class StripeExpandable
{
    public const string PaymentIntent = "payment_intent";
    public const string Charge = "charge";
    public const string Refund = "refund";
    public const string Customer = "customer";
    public const string PaymentMethod = "payment_method";
    public const string SetupIntent = "setup_intent";
    public const string Event = "event";
    public const string BalanceTransaction = "balance_transaction";

    private static readonly FrozenDictionary<(string Kind, string Property), string> Links = new Dictionary<(string, string), string>
    {
        [(PaymentIntent, "latest_charge")] = Charge,
        [(PaymentIntent, "customer")] = Customer,
        [(PaymentIntent, "payment_method")] = PaymentMethod,
        [(Charge, "payment_intent")] = PaymentIntent,
        [(Charge, "customer")] = Customer,
        [(Charge, "balance_transaction")] = BalanceTransaction,
        [(Refund, "payment_intent")] = PaymentIntent,
        [(Refund, "charge")] = Charge,
        [(Refund, "balance_transaction")] = BalanceTransaction,
        [(PaymentMethod, "customer")] = Customer,
        [(SetupIntent, "customer")] = Customer,
        [(SetupIntent, "payment_method")] = PaymentMethod,
    }.ToFrozenDictionary();

    /// <returns>The part that cannot be expanded, or null where all can.</returns>
    public static string? Problem(string kind, bool isList, string path)
    {
        var at = kind;
        var parts = path.Split('.');
        var first = isList ? 1 : 0;
        if (isList && (parts[0] != "data" || parts.Length == 1))
        {
            return parts[0];
        }

        foreach (var part in parts.Skip(first))
        {
            if (!Links.TryGetValue((at, part), out var next))
            {
                return part;
            }

            at = next;
        }

        return null;
    }
}
