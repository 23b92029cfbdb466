using System.Text.Json;
using System.Text.Json.Serialization;
using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>How facets are written, worked out when compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SearchFacets))]
internal sealed partial class SearchJson : JsonSerializerContext;
