using System.Text.Json;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>Reads Stripe's objects into our words.</summary>
internal static class StripeReader
{
    public static ProviderPayment Intent(JsonElement intent, string? failureCode = null)
    {
        var state = Text(intent, "status") switch
        {
            "requires_capture" => ProviderState.Authorized,
            "succeeded" => ProviderState.Captured,
            "canceled" => ProviderState.Cancelled,
            "requires_action" => ProviderState.RequiresAction,
            "requires_payment_method" => ProviderState.Declined,
            _ => ProviderState.Processing,
        };
        var captured = intent.TryGetProperty("amount_received", out var received) ? received.GetInt64() : 0;
        return new ProviderPayment(
            Text(intent, "id"), state, captured, NextAction(intent),
            state == ProviderState.Declined ? failureCode ?? FailureOf(Member(intent, "last_payment_error")) : null);
    }

    /// <summary>Our code for Stripe's reason.</summary>
    public static string FailureOf(JsonElement? error) => error is not { } e ? PaymentErrors.Declined
        : (Text(e, "decline_code") ?? Text(e, "code")) switch
        {
            "insufficient_funds" => "payment.insufficient_funds",
            "expired_card" => "payment.card_expired",
            "incorrect_cvc" or "invalid_cvc" => "payment.incorrect_cvc",
            "processing_error" => "payment.processing_error",
            "authentication_required" or "payment_intent_authentication_failure" => "payment.authentication_failed",
            _ => PaymentErrors.Declined,
        };

    public static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static string? NextAction(JsonElement intent)
    {
        if (Member(intent, "next_action") is not { } action)
        {
            return null;
        }

        return Member(action, "redirect_to_url") is { } redirect ? Text(redirect, "url")
            : Member(action, "use_stripe_sdk") is { } script ? Text(script, "stripe_js")
            : null;
    }
}
