namespace Ecommerce.Messaging.Inbox;

/// <summary>A message whose handler failed, or that came behind one of the same subject: tried again later, in order.</summary>
/// <remarks>Kept in the database and not in a delay queue, because a delay queue lets a subject's later messages overtake.</remarks>
public sealed class DeferredMessage
{
    /// <summary>The order of a subject's messages.</summary>
    public long Position { get; init; }

    /// <summary>The CloudEvents id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The aggregate.</summary>
    public required string Subject { get; init; }

    /// <summary>The envelope as it came.</summary>
    public required byte[] Body { get; init; }

    /// <summary>How often its handler failed; 0 where it only waits for an earlier one.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before, UTC.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>The type of the last exception.</summary>
    public string? LastError { get; init; }
}
