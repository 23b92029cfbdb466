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

    /// <summary>Handles several messages in one transaction: one commit for all, or none.</summary>
    /// <param name="messages">Fresh from the broker, those of a subject in their order; no id twice.</param>
    /// <param name="cancellationToken">Stops it; nothing is committed then.</param>
    /// <returns>What became of each, in the order given.</returns>
    /// <exception cref="PoisonMessageException">No retry can help one of them.</exception>
    Task<HandlingOutcome[]> HandleAsync(IReadOnlyList<CloudEvent> messages, CancellationToken cancellationToken);
}
