using Ecommerce.NotificationService.Application.Ports;

namespace Ecommerce.NotificationService.Domain;

/// <summary>A message to a person. One per event and channel, however often the event arrives.</summary>
internal sealed class Notification
{
    /// <summary>How often it is tried.</summary>
    public const int MaximumAttempts = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private Notification()
    {
    }

    public NotificationId Id { get; private init; }

    public Guid EventId { get; private init; }

    public Channel Channel { get; private init; }

    public NotificationType Type { get; private init; }

    public Guid? UserId { get; private init; }

    public string Recipient { get; private init; } = "";

    public string Locale { get; private init; } = "";

    public string Data { get; private init; } = "";

    public Guid? LinkId { get; private init; }

    public NotificationStatus Status { get; private set; }

    /// <summary>Counted when a worker takes it, before the provider hears of it.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>The provider's id of the mail.</summary>
    public string? ProviderReference { get; private set; }

    public string? FailureCode { get; private set; }

    /// <summary>Told by the provider later; null until then.</summary>
    public DeliveryState? Delivery { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? SentAt { get; private set; }

    public static Notification Email(NotificationId id, NotificationDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        EventId = draft.EventId,
        Channel = Channel.Email,
        Type = draft.Type,
        UserId = draft.UserId,
        Recipient = draft.Recipient,
        Locale = draft.Locale,
        Data = draft.Data,
        LinkId = draft.LinkId,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public void MarkSent(string? providerReference, DateTimeOffset now)
    {
        Status = NotificationStatus.Sent;
        ProviderReference = providerReference;
        SentAt = now;
        NextAttemptAt = null;
    }

    public void Fail(string code)
    {
        Status = NotificationStatus.Failed;
        FailureCode = code;
        NextAttemptAt = null;
    }

    /// <summary>Tries it again later, or gives it up.</summary>
    public void Postpone(string code, DateTimeOffset now)
    {
        if (Attempts >= MaximumAttempts)
        {
            Fail(code);
            return;
        }

        var wait = TimeSpan.FromSeconds(Math.Pow(2, Attempts - 1));
        NextAttemptAt = now + (wait < LongestWait ? wait : LongestWait);
        FailureCode = code;
    }
}
