namespace Ecommerce.Messaging.Consuming;

/// <summary>A message that no retry can help: not an envelope, not the contract, or of a type that nobody here handles.</summary>
public sealed class PoisonMessageException(string reason, Exception? innerException = null) : Exception(reason, innerException);
