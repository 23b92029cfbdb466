using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ecommerce.Contracts;

namespace Ecommerce.Messaging.Envelope;

/// <summary>How messages are written: camelCase, nulls left out, unknown members ignored so that publishers may add some.</summary>
public static class MessageJson
{
    /// <summary>The one set of options; frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(EnvelopeJson.Default, ContractsJson.Default, new DefaultJsonTypeInfoResolver())
                .WithAddedModifier(NullableMembers.AreOptional),
        };
        options.MakeReadOnly();
        return options;
    }
}
