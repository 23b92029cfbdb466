using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ProductService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ProductListResponse))]
[JsonSerializable(typeof(ProductResponse))]
[JsonSerializable(typeof(VariantResponse))]
[JsonSerializable(typeof(Page<ProductListResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
