namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>Settings of the account at Stripe, section <c>Stripe</c>.</summary>
internal sealed class StripeOptions
{
    public const string Section = "Stripe";

    public string ApiKey { get; set; } = "";

    /// <summary>The whole <c>whsec_…</c>.</summary>
    public string WebhookSecret { get; set; } = "";

    public Uri BaseUrl { get; set; } = new("https://api.stripe.com");
}
