using System.Text.Json;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>What Stripe answered.</summary>
/// <param name="Status">The HTTP status; null where nothing came back.</param>
/// <param name="Body">The answer.</param>
internal sealed record StripeReply(int? Status, JsonElement Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public JsonElement? Error => StripeReader.Member(Body, "error");

    /// <summary>Asked again later it may be answered otherwise: no answer, an outage, a busy or mixed-up key, our own account's trouble.</summary>
    public bool IsUnknown => Status is null or >= 500 or 401 or 403 or 409 or 429
        || (Error is { } error && StripeReader.Text(error, "type") == "idempotency_error");
}
