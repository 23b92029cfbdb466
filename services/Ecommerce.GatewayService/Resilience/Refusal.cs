using System.Text.Json;

namespace Ecommerce.GatewayService.Resilience;

/// <summary>The problem document of a request that is not sent on.</summary>
internal sealed record Refusal(string Title, int Status, string Detail, string Code, string? TraceId)
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}
