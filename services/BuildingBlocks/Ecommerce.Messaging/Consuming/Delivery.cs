using Ecommerce.Messaging.Envelope;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>A message from the broker, read once.</summary>
/// <param name="Tag">What it is acknowledged by.</param>
/// <param name="Properties">Its AMQP properties.</param>
/// <param name="Body">The envelope as it came.</param>
/// <param name="Message">The envelope, or null where it is none.</param>
/// <param name="Poison">Why it is none, or null.</param>
internal sealed record Delivery(ulong Tag, IReadOnlyBasicProperties Properties, byte[] Body, CloudEvent? Message, PoisonMessageException? Poison);
