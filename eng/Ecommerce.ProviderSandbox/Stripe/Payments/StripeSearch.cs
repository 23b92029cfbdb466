using System.Text.RegularExpressions;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>The part of Stripe's query language that a lookup by metadata needs: equality, joined by AND.</summary>
internal static partial class StripeSearch
{
    public static IReadOnlyList<Func<StripePaymentIntent, bool>> Parse(StripeForm form)
    {
        List<Func<StripePaymentIntent, bool>> clauses = [];
        foreach (var text in And().Split(form.Required("query") ?? ""))
        {
            var match = Clause().Match(text.Trim());
            if (!match.Success)
            {
                form.Refuse(StripeErrors.Invalid($"We were unable to parse your search query: {text}", "query", null));
                break;
            }

            var (field, key, value) = (match.Groups["field"].Value, match.Groups["key"].Value, match.Groups["value"].Value);
            clauses.Add(field switch
            {
                "status" => intent => intent.Status == value,
                "currency" => intent => intent.Currency == value,
                "customer" => intent => intent.Customer == value,
                "amount" => intent => intent.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture) == value,
                _ => intent => intent.Metadata[key] == value,
            });
        }

        return clauses;
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex("""^(?<field>status|currency|customer|amount|metadata\[["'](?<key>[^"']+)["']\])\s*[:=]\s*["']?(?<value>[^"']*)["']?$""")]
    private static partial Regex Clause();
}
