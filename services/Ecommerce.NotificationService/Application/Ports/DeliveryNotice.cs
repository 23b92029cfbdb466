using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Ports;

internal sealed record DeliveryNotice(NotificationId Id, DeliveryState State);
