namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>What a handler answers.</summary>
/// <param name="Executed">False for a refusal by validation: such an answer is not kept under an idempotency key.</param>
internal sealed record StripeAnswer(int Status, IStripeBody Body, bool Executed = true)
{
    /// <summary>Set where the body shows other objects as they were at the time; a replay repeats these bytes.</summary>
    public byte[]? Bytes { get; set; }

    public string? RequestId { get; set; }

    public static StripeAnswer Ok(IStripeBody body) => new(200, body);

    public static StripeAnswer Refused(StripeError error) => new(error.Status, error, Executed: false);

    public static StripeAnswer Failed(StripeError error) => new(error.Status, error);
}
