namespace Ecommerce.NotificationService.Domain;

/// <summary>What the provider told later of a notification that it took.</summary>
internal enum DeliveryState
{
    Delivered,
    Bounced,
    Complained,
}
