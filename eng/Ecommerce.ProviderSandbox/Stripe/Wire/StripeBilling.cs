namespace Ecommerce.ProviderSandbox.Stripe.Wire;

internal sealed record StripeBilling(StripeAddress? Address, string? Email, string? Name, string? Phone)
{
    public static string[] Parameters { get; } =
    [
        "billing_details[email]", "billing_details[name]", "billing_details[phone]", "billing_details[tax_id]",
        .. StripeAddress.Parameters("billing_details[address]"),
    ];

    public static StripeBilling Read(StripeForm form) => new(
        StripeAddress.Read(form, "billing_details[address]"),
        form.Text("billing_details[email]"),
        form.Text("billing_details[name]"),
        form.Text("billing_details[phone]"));
}
