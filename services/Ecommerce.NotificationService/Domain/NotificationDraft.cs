namespace Ecommerce.NotificationService.Domain;

/// <summary>What a notification is made from.</summary>
/// <param name="EventId">The event that it tells of.</param>
/// <param name="Type">What it is about.</param>
/// <param name="UserId">The account, or null for a guest.</param>
/// <param name="Recipient">The address.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Data">What the template shows, as JSON; no secret.</param>
/// <param name="LinkId">The one-time link that is asked for when it is rendered, or null.</param>
internal sealed record NotificationDraft(
    Guid EventId, NotificationType Type, Guid? UserId, string Recipient, string Locale, string Data, Guid? LinkId = null);
