using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.Ports;

/// <summary>What a carrier platform told: news of a parcel, a label that was made, or neither.</summary>
internal sealed record CarrierNotice(string? TrackingNumber = null, ParcelNews? News = null, LabelId? LabelId = null, BoughtLabel? Label = null);
