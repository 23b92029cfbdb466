namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>How a confirmation is asked for.</summary>
internal sealed record StripeConfirmation(string? PaymentMethod, string? ReturnUrl, bool OffSession, bool ErrorOnAction);
