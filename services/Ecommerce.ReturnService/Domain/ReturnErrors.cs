using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class ReturnErrors
{
    public static readonly Error NotFound = Error.NotFound("return.not_found", "There is no such return.");

    public static readonly Error OrderNotFound = Error.NotFound("return.order_not_found", "There is no such order.");

    public static readonly Error NotShipped = Error.Refused("return.not_shipped", "The goods have not left the house. Cancel the order instead.");

    public static readonly Error TooLate = Error.Refused("return.too_late", "The time for returns is over.");

    public static readonly Error NotPaid = Error.Refused("return.not_paid", "The order has no payment.");

    public static readonly Error InspectionIncomplete =
        Error.Refused("return.inspection_incomplete", "The inspection has to say of each returned unit, once, what becomes of it.");

    public static Error NoSuchLine(Guid lineId) =>
        Error.Refused("return.no_such_line", "The order has no such line.").With("lineId", lineId);

    public static Error TooMany(Guid lineId, int left) =>
        Error.Refused("return.too_many", "That many units were not bought, or they are in another return.").With("lineId", lineId).With("returnable", left);

    public static Error NotAllowed(ReturnStatus status, string what) =>
        Error.Conflict("return.not_allowed", $"A return that is {status.ToString().ToLowerInvariant()} cannot be {what}.");
}
