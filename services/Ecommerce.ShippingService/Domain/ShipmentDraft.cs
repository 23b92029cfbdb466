namespace Ecommerce.ShippingService.Domain;

/// <summary>What a shipment is made from.</summary>
internal sealed record ShipmentDraft(
    Guid OrderId,
    int Sequence,
    string OrderNumber,
    Guid? CustomerId,
    string Email,
    string Locale,
    IReadOnlyList<ShipmentLine> Lines,
    PostalAddress Destination,
    string MethodCode,
    string MethodName,
    int WeightGrams);
