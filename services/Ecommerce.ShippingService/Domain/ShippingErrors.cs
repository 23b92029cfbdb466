using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ShippingService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class ShippingErrors
{
    public static readonly Error ShipmentNotFound = Error.NotFound("shipment.not_found", "There is no such shipment.");

    public static readonly Error OrderNotShippable =
        Error.Conflict("shipment.order_not_shippable", "The order was cancelled or is being changed, so its goods cannot be dispatched.");

    public static readonly Error LabelBeingBought =
        Error.Conflict("label.being_bought", "Someone is buying this label. Look again in a moment.");

    public static readonly Error LabelOutcomeUnknown =
        Error.Unavailable("label.outcome_unknown", "The carrier has not said yet whether the label was bought. Ask again; none is bought twice.");

    public static readonly Error CarrierAway = Error.Unavailable("carrier.unavailable", "The carrier is away. Try again in a moment.");

    public static Error LabelRefused(string reason) => Error.Refused("label.refused", $"The carrier makes no label: {reason}");

    public static Error NotAllowed(ShipmentStatus status, string what) =>
        Error.Conflict("shipment.not_allowed", $"A shipment that is {status.ToString().ToLowerInvariant()} cannot be {what}.");
}
