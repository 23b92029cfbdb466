using System.Text.Json.Serialization;

namespace Ecommerce.ProductService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(AdjustStockRequest))]
[JsonSerializable(typeof(StockResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
