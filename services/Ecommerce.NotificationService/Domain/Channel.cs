using Ecommerce.NotificationService.Application.Ports;

namespace Ecommerce.NotificationService.Domain;

/// <summary>How a notification travels.</summary>
internal enum Channel
{
    Email,
}
