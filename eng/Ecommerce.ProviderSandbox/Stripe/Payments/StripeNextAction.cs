using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>What the buyer has to do: a redirect, or (without a return URL) Stripe's own script.</summary>
internal sealed record StripeNextAction(string Url, string? ReturnUrl)
{
    public static void Write(Utf8JsonWriter json, StripeNextAction? action)
    {
        if (action is null)
        {
            json.WriteNull("next_action"u8);
            return;
        }

        json.WriteStartObject("next_action"u8);
        if (action.ReturnUrl is null)
        {
            json.WriteString("type"u8, "use_stripe_sdk"u8);
            json.WriteStartObject("use_stripe_sdk"u8);
            json.WriteString("type"u8, "three_d_secure_redirect"u8);
            json.WriteString("stripe_js"u8, action.Url);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartObject("redirect_to_url"u8);
            json.WriteString("return_url"u8, action.ReturnUrl);
            json.WriteString("url"u8, action.Url);
            json.WriteEndObject();
            json.WriteString("type"u8, "redirect_to_url"u8);
        }

        json.WriteEndObject();
    }
}
