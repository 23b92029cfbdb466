using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

/// <summary>Reads and checks the parameters of an intent.</summary>
internal static class StripePaymentForm
{
    private static readonly string[] Shared =
    [
        "capture_method", "payment_method", "setup_future_usage", "receipt_email", "payment_method_options[*]",
        "excluded_payment_method_types[*]", "allowed_payment_method_types[*]", "amount_details[*]", .. StripeAddressed.Parameters,
    ];

    private static readonly string[] Described =
    [
        "amount", "currency", "customer", "description", "metadata[*]", "statement_descriptor", "statement_descriptor_suffix", "transfer_group",
    ];

    private static readonly string[] Confirming =
    [
        "return_url", "off_session", "error_on_requires_action", "use_stripe_sdk", "mandate_data[*]", "radar_options[*]",
    ];

    public static string[] CreateParameters { get; } =
    [
        .. Shared, .. Described, .. Confirming, "confirm", "confirmation_method", "automatic_payment_methods[enabled]",
        "automatic_payment_methods[allow_redirects]",
    ];

    public static string[] UpdateParameters { get; } = [.. Shared, .. Described];

    public static string[] ConfirmParameters { get; } = [.. Shared, .. Confirming];

    public static string[] CaptureParameters { get; } =
        ["amount_to_capture", "final_capture", "metadata[*]", "statement_descriptor", "statement_descriptor_suffix", "amount_details[*]"];

    public static StripePaymentIntent Create(StripeForm form, string id, string clientSecret, long created)
    {
        form.Required("amount");
        var currency = form.Required("currency")?.ToLowerInvariant() ?? "usd";
        var automatic = form.Boolean("automatic_payment_methods[enabled]");
        var redirects = form.OneOf("automatic_payment_methods[allow_redirects]", "always", "never");
        if (redirects is not null && automatic is null)
        {
            form.Refuse(StripeErrors.Missing("automatic_payment_methods[enabled]"));
        }

        if (form.Boolean("confirm") is not true)
        {
            foreach (var name in new[] { "return_url", "off_session", "error_on_requires_action" })
            {
                if (form.Has(name))
                {
                    form.Refuse(StripeErrors.Invalid($"You can only use `{name}` if `confirm` is true.", name, null));
                }
            }
        }

        var intent = new StripePaymentIntent(id, created, 0, currency, clientSecret)
        {
            AutomaticMethods = automatic ?? true,
            AllowRedirects = redirects,
            ConfirmationMethod = form.OneOf("confirmation_method", "automatic", "manual") ?? "automatic",
        };
        return Update(form, intent);
    }

    public static StripePaymentIntent Update(StripeForm form, StripePaymentIntent before)
    {
        var currency = form.Text("currency")?.ToLowerInvariant() ?? before.Currency;
        var amount = form.Integer("amount") ?? before.Amount;
        CheckAmount(form, amount, currency);
        return Options(form, before) with
        {
            Amount = amount,
            Currency = currency,
            Customer = form.Text("customer") ?? before.Customer,
            Description = form.Has("description") ? form.Text("description") : before.Description,
            Metadata = form.Metadata(before.Metadata),
            StatementDescriptor = form.Text("statement_descriptor") ?? before.StatementDescriptor,
            StatementDescriptorSuffix = form.Text("statement_descriptor_suffix") ?? before.StatementDescriptorSuffix,
            TransferGroup = form.Text("transfer_group") ?? before.TransferGroup,
        };
    }

    /// <summary>What may be given at creation, update and confirmation alike.</summary>
    public static StripePaymentIntent Options(StripeForm form, StripePaymentIntent before) => before with
    {
        CaptureMethod = form.OneOf("capture_method", "automatic", "automatic_async", "manual") ?? before.CaptureMethod,
        Multicapture = form.Has("payment_method_options[card][request_multicapture]")
            ? form.OneOf("payment_method_options[card][request_multicapture]", "if_available", "never") == "if_available"
            : before.Multicapture,
        ReceiptEmail = form.Has("receipt_email") ? form.Text("receipt_email") : before.ReceiptEmail,
        RequestThreeDSecure = form.OneOf("payment_method_options[card][request_three_d_secure]", "automatic", "any", "challenge")
            ?? before.RequestThreeDSecure,
        SetupFutureUsage = form.Has("setup_future_usage")
            ? form.OneOf("setup_future_usage", "off_session", "on_session")
            : before.SetupFutureUsage,
        Shipping = StripeAddressed.Read(form, before.Shipping),
    };

    public static StripeConfirmation Confirmation(StripeForm form) => new(
        form.Text("payment_method"),
        ReturnUrl(form),
        form.Text("off_session") is "true" or "1" or "one_off" or "recurring",
        form.Boolean("error_on_requires_action") ?? false);

    private static string? ReturnUrl(StripeForm form)
    {
        var url = form.Text("return_url");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is not "file"))
        {
            form.Refuse(StripeErrors.Invalid("Not a valid URL", "return_url", "url_invalid"));
        }

        return url;
    }

    private static void CheckAmount(StripeForm form, long amount, string currency)
    {
        if (!StripeCurrencies.IsKnown(currency))
        {
            form.Refuse(StripeErrors.Invalid($"Invalid currency: {currency}.", "currency", null));
        }
        else if (form.Has("amount") && amount < 1)
        {
            form.Refuse(StripeErrors.Invalid("This value must be greater than or equal to 1.", "amount", "parameter_invalid_integer"));
        }
        else if (form.Has("amount") && amount < StripeCurrencies.SmallestAmount(currency))
        {
            form.Refuse(StripeErrors.Invalid("Amount is below the smallest amount that can be charged.", "amount", "amount_too_small"));
        }
        else if (amount > StripeCurrencies.LargestAmount)
        {
            form.Refuse(StripeErrors.Invalid("Amount must be no more than 999,999.99.", "amount", "amount_too_large"));
        }
    }
}
