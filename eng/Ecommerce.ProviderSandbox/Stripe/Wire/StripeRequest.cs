namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>One authenticated, parsed request.</summary>
/// <param name="Id">The id in the path, or an empty string.</param>
/// <param name="Origin">Scheme and host by which the caller reaches the sandbox.</param>
internal sealed record StripeRequest(string Id, StripeForm Form, string RequestId, string? IdempotencyKey, string Path, string Origin);
