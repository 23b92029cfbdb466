using System.Globalization;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>The parameters of calls to Stripe.</summary>
internal static class StripeForm
{
    public static Dictionary<string, string> Authorization(Payment payment)
    {
        var form = new Dictionary<string, string>
        {
            ["amount"] = Number(payment.Amount),
            ["currency"] = payment.Currency.Code.ToLowerInvariant(),
            ["payment_method"] = payment.Method,
            ["confirm"] = "true",
            ["capture_method"] = "manual",
            ["automatic_payment_methods[enabled]"] = "true",
            ["payment_method_options[card][request_multicapture]"] = "if_available",
            ["description"] = $"Order {payment.OrderNumber}",
            ["receipt_email"] = payment.Email,
            ["metadata[order_id]"] = payment.OrderId.ToString(),
            ["metadata[payment_id]"] = payment.Id.ToString(),
        };
        if (payment.ReturnUrl is { } returnUrl)
        {
            form["return_url"] = returnUrl;
        }
        else
        {
            form["automatic_payment_methods[allow_redirects]"] = "never";
        }

        return form;
    }

    public static Dictionary<string, string> Capture(Payment payment, PaymentOperation capture)
    {
        var form = new Dictionary<string, string> { ["amount_to_capture"] = Number(capture.Amount) };
        if (payment.CapturedTotal + capture.Amount < payment.AuthorizedTotal)
        {
            // More parcels follow; without this the rest of the reservation would be given up.
            form["final_capture"] = "false";
        }

        return form;
    }

    public static Dictionary<string, string> Refund(Payment payment, Guid requestId, long amount) => new()
    {
        ["payment_intent"] = payment.ProviderReference!,
        ["amount"] = Number(amount),
        ["metadata[order_id]"] = payment.OrderId.ToString(),
        ["metadata[payment_id]"] = payment.Id.ToString(),
        ["metadata[request_id]"] = requestId.ToString(),
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
