namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>Another service answered with a failure of its own, or not as agreed. The caller gets 503.</summary>
public sealed class ServiceUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
