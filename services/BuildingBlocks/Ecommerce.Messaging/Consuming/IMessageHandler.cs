using Ecommerce.Messaging.Envelope;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Handles messages, whichever DbContext the service has.</summary>
internal interface IMessageHandler
{
    /// <summary>The wire names that are handled here.</summary>
    IEnumerable<string> Types { get; }

    /// <exception cref="PoisonMessageException">It is not an envelope.</exception>
    CloudEvent Parse(ReadOnlyMemory<byte> body);

    /// <summary>Handles a message once.</summary>
    /// <param name="message">The message.</param>
    /// <param name="deferredPosition">Only deferred messages before this position block it; <see cref="long.MaxValue"/> for one fresh from the broker.</param>
    /// <param name="cancellationToken">Stops it; nothing is committed then.</param>
    /// <exception cref="PoisonMessageException">No retry can help.</exception>
    Task<HandlingOutcome> HandleAsync(CloudEvent message, long deferredPosition, CancellationToken cancellationToken);
}
