using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Anything that can be a response body. Immutable, so that a replay writes the same bytes.</summary>
internal interface IStripeBody
{
    void Write(Utf8JsonWriter json, StripeExpansion expansion);
}
