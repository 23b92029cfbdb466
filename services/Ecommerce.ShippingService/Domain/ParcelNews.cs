namespace Ecommerce.ShippingService.Domain;

/// <summary>What a carrier says of a parcel.</summary>
/// <param name="Status">In our words.</param>
/// <param name="Detail">In the carrier's words, or null.</param>
/// <param name="At">When it happened.</param>
internal sealed record ParcelNews(ShipmentStatus Status, string? Detail, DateTimeOffset At);
