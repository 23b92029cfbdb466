namespace Ecommerce.NotificationService.Domain;

/// <summary>How far a notification is.</summary>
internal enum NotificationStatus
{
    /// <summary>To be sent, first or again.</summary>
    Queued,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,
}
