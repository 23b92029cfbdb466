using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.DiscountService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ActionRequest))]
[JsonSerializable(typeof(CreatePromotionRequest))]
[JsonSerializable(typeof(PromotionResponse))]
[JsonSerializable(typeof(Page<PromotionResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
