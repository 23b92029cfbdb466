using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class PaymentErrors
{
    public const string Declined = "payment.declined";

    public const string Cancelled = "payment.cancelled";

    public const string NeverReachedProvider = "payment.never_reached_provider";

    public const string ExceedsCaptured = "refund.exceeds_captured";

    public const string CaptureExceedsAuthorized = "capture.exceeds_authorized";

    public static readonly Error NotFound = Error.NotFound("payment.not_found", "There is no such payment.");

    public static readonly Error Mismatch =
        Error.Conflict("payment.mismatch", "There is a payment with this id for another order or amount.");

    public static readonly Error NotVoidedYet =
        Error.Unavailable("payment.not_voided_yet", "The provider has not given the money back yet. It will be; ask again.");

    public static Error NotAllowed(PaymentStatus status, string what) =>
        Error.Conflict("payment.not_allowed", $"A payment that is {status.ToString().ToLowerInvariant()} cannot be {what}.");
}
