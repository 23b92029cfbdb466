namespace Ecommerce.Messaging.Inbox;

/// <summary>A message that was handled; its row is committed with what the handler changed.</summary>
public sealed class InboxMessage
{
    /// <summary>The CloudEvents id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Which consumer handled it.</summary>
    public required string Consumer { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset HandledAt { get; init; }
}
