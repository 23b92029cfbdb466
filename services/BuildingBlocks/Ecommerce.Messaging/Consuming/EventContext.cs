namespace Ecommerce.Messaging.Consuming;

/// <summary>What a handler may know of the message besides its data.</summary>
/// <param name="MessageId">The CloudEvents id; the same for each delivery.</param>
/// <param name="Type">The wire name.</param>
/// <param name="Source">The service that published it.</param>
/// <param name="Subject">The aggregate that it is about.</param>
/// <param name="Time">When it happened, UTC.</param>
public sealed record EventContext(Guid MessageId, string Type, string Source, string Subject, DateTimeOffset Time);
