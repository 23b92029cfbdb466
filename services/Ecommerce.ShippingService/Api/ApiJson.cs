using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ShippingService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(OwnShipmentResponse))]
[JsonSerializable(typeof(ShipmentResponse))]
[JsonSerializable(typeof(ShippingOptionsRequest))]
[JsonSerializable(typeof(IReadOnlyList<OwnShipmentResponse>))]
[JsonSerializable(typeof(Page<ShipmentResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
