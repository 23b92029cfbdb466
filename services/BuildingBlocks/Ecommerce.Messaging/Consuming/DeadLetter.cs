namespace Ecommerce.Messaging.Consuming;

/// <summary>A message that was given up.</summary>
/// <param name="MessageId">The CloudEvents id, where it had one.</param>
/// <param name="Type">The wire name, where it had one.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="At">When, RFC 3339.</param>
public sealed record DeadLetter(string? MessageId, string? Type, string? Reason, string? At);
