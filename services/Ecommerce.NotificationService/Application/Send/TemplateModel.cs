using System.Text.Json;

namespace Ecommerce.NotificationService.Application.Send;

/// <summary>A notification's data as templates want it.</summary>
internal static class TemplateModel
{
    public static Dictionary<string, object?> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Members(document.RootElement);
    }

    private static Dictionary<string, object?> Members(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value));

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
