using System.Text.Json.Serialization;

namespace Ecommerce.Messaging.Envelope;

/// <summary>How the envelope is read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(CloudEvent))]
internal sealed partial class EnvelopeJson : JsonSerializerContext;
