using System.Text.Json;
using System.Text.Json.Serialization;
using Ecommerce.ProviderSandbox.Control.Faults;

namespace Ecommerce.ProviderSandbox.Control;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FaultRule[]))]
[JsonSerializable(typeof(DeliveryList))]
[JsonSerializable(typeof(ControlProblem))]
internal sealed partial class ControlJson : JsonSerializerContext;
