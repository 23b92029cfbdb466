using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>Turns bracketed form fields into the object that they mean, with texts as values.</summary>
internal static class FormAsJson
{
    public static JsonElement Of(string form)
    {
        var root = new JsonObject();
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var path = Decode(parts[0]).Replace("]", "").Split('[');
            Put(root, path, parts.Length > 1 ? Decode(parts[1]) : "");
        }

        return JsonSerializer.SerializeToElement(root);
    }

    private static void Put(JsonObject root, string[] path, string value)
    {
        var at = root;
        for (var index = 0; index < path.Length - 1; index++)
        {
            if (path[index + 1].All(char.IsAsciiDigit))
            {
                at[path[index]] ??= new JsonArray();
                at[path[index]]!.AsArray().Add(value);
                return;
            }

            at[path[index]] ??= new JsonObject();
            at = at[path[index]]!.AsObject();
        }

        at[path[^1]] = value;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
