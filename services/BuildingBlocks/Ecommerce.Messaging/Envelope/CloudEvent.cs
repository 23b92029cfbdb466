using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecommerce.Messaging.Envelope;

/// <summary>The envelope of every message: CloudEvents 1.0, JSON format, with the distributed tracing extension.</summary>
/// <remarks>Source: CloudEvents 1.0.2, sections 3.1 and JSON event format 3.1.</remarks>
public sealed record CloudEvent
{
    /// <summary>Unique per event; consumers handle each once.</summary>
    public required Guid Id { get; init; }

    /// <summary>The wire name, <c>order.confirmed.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The service that tells it.</summary>
    public required string Source { get; init; }

    /// <summary>The aggregate that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>W3C trace context of what caused it, or null.</summary>
    [JsonPropertyName("traceparent")]
    public string? TraceParent { get; init; }

    /// <summary>The version of the envelope's own format.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>The format of <see cref="Data"/>.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    /// <summary>The contract record as JSON.</summary>
    public required JsonElement Data { get; init; }
}
