using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ProductService.Api.Inventory;

/// <summary>How the stock's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(AdjustStockRequest))]
[JsonSerializable(typeof(LocationRequest))]
[JsonSerializable(typeof(LocationResponse))]
[JsonSerializable(typeof(MovementResponse))]
[JsonSerializable(typeof(OpenLocationRequest))]
[JsonSerializable(typeof(StockResponse))]
[JsonSerializable(typeof(ThresholdRequest))]
[JsonSerializable(typeof(TransferStockRequest))]
[JsonSerializable(typeof(Page<LocationResponse>))]
[JsonSerializable(typeof(Page<MovementResponse>))]
[JsonSerializable(typeof(Page<StockResponse>))]
internal sealed partial class InventoryJson : JsonSerializerContext;
