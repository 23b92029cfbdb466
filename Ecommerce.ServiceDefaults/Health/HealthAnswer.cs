using System.Text.Json.Serialization;

namespace Ecommerce.ServiceDefaults.Health;

internal sealed record HealthAnswer(
    string Status, string Service, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Failing);
