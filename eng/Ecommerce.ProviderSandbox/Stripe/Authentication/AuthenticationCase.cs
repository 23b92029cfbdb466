using Ecommerce.ProviderSandbox.Stripe.Payments;

namespace Ecommerce.ProviderSandbox.Stripe.Authentication;

/// <summary>What the bank's page shows, and where it goes back to.</summary>
internal sealed record AuthenticationCase(
    string Id, string ClientSecret, string Kind, string Status, StripeNextAction? Action, long? Amount, string? Currency)
{
    public bool IsOpen => Status == StripePaymentStatus.RequiresAction;

    /// <summary>The shop's URL, with what Stripe adds to it; null where the intent has none.</summary>
    public string? Return(bool approved)
    {
        if (Action?.ReturnUrl is not { } url)
        {
            return null;
        }

        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{url}{separator}{Kind}={Id}&{Kind}_client_secret={ClientSecret}&redirect_status={(approved ? "succeeded" : "failed")}";
    }
}
