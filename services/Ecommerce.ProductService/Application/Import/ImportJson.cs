using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecommerce.ProductService.Application.Import;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonRow))]
internal sealed partial class ImportJson : JsonSerializerContext;
