namespace Ecommerce.Messaging.Publishing;

/// <summary>The broker is there and would not take this one event. Anything else that fails is an outage, and every event waits.</summary>
public sealed class EventRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
