using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

internal sealed record StripeList(string Url, IReadOnlyList<IStripeObject> Data, bool HasMore, string Kind = "list", string? NextPage = null)
    : IStripeBody
{
    public void Write(Utf8JsonWriter json, StripeExpansion expansion)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, Kind);
        json.WriteStartArray("data"u8);
        var inner = expansion.Of("data");
        foreach (var item in Data)
        {
            item.Write(json, inner);
        }

        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, HasMore);
        if (Kind == "search_result")
        {
            json.WriteString("next_page"u8, NextPage);
        }

        json.WriteString("url"u8, Url);
        json.WriteEndObject();
    }
}
