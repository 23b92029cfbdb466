namespace Ecommerce.ShippingService.Domain;

/// <summary>A label that is paid for.</summary>
/// <param name="Reference">The carrier platform's id of the purchase.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="TrackingUrl">Where to follow it, or null.</param>
/// <param name="LabelUrl">The PDF.</param>
internal sealed record BoughtLabel(string Reference, string Carrier, string TrackingNumber, string? TrackingUrl, string LabelUrl);
