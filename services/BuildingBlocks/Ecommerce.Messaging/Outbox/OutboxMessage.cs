namespace Ecommerce.Messaging.Outbox;

/// <summary>An event that is committed with the state and still to be sent. Sent rows are deleted.</summary>
public sealed class OutboxMessage
{
    /// <summary>The order in which a subject's events are sent.</summary>
    public long Position { get; init; }

    /// <summary>The CloudEvents id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The wire name.</summary>
    public required string Type { get; init; }

    /// <summary>The aggregate.</summary>
    public required string Subject { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>W3C trace context, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The contract record as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>How often the broker refused it.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before; null for at once.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was given up; it and its subject's later events wait for a person.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>The last refusal.</summary>
    public string? LastError { get; init; }
}
