namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>What became of a mail.</summary>
internal enum SendOutcome
{
    Sent,

    /// <summary>Worth another try: the provider is away or busy, or did not answer.</summary>
    Postponed,

    /// <summary>It will never be taken.</summary>
    Refused,
}
