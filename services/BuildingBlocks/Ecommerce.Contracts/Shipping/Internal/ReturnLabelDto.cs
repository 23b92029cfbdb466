namespace Ecommerce.Contracts.Shipping.Internal;

/// <summary>A label to send goods back with.</summary>
/// <param name="Carrier">Who carries it.</param>
/// <param name="TrackingNumber">Carrier's number.</param>
/// <param name="LabelUrl">PDF to print.</param>
public sealed record ReturnLabelDto(
    string Carrier,
    string TrackingNumber,
    string LabelUrl);
