using System.Text.Json;
using System.Text.Json.Serialization;
using Ecommerce.SharedKernel.Text;

namespace Ecommerce.ServiceDefaults.Json;

/// <summary>A request body contains text that is not well-formed (<see cref="WellFormedText"/>).</summary>
internal sealed class MalformedTextException() : JsonException();

/// <summary>Reads the strings of request bodies, including the keys of dictionaries, and refuses those that are not well-formed.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? Checked(reader.GetString()) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(reader.GetString())!;

    private static string? Checked(string? text) => text is null || WellFormedText.IsWellFormed(text) ? text : throw new MalformedTextException();
}
