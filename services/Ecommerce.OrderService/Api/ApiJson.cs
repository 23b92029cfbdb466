using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.OrderService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(CancelOrderRequest))]
[JsonSerializable(typeof(DiscountResponse))]
[JsonSerializable(typeof(HistoryEntryResponse))]
[JsonSerializable(typeof(NextActionResponse))]
[JsonSerializable(typeof(OrderResponse))]
[JsonSerializable(typeof(OrderSummaryResponse))]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(PlaceOrderRequest))]
[JsonSerializable(typeof(ShippingMethodResponse))]
[JsonSerializable(typeof(IReadOnlyList<HistoryEntryResponse>))]
[JsonSerializable(typeof(Page<OrderSummaryResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
