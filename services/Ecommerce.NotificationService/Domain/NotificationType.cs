using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;

namespace Ecommerce.NotificationService.Domain;

/// <summary>What a notification is about; each has its templates.</summary>
internal enum NotificationType
{
    EmailVerification,
    PasswordReset,
    NewDevice,
    OrderConfirmed,
    OrderCancelled,
    ShipmentDispatched,
    ShipmentDelivered,
    ReturnApproved,
    ReturnRefunded,
    ReturnRejected,
    PriceDrop,
    BackInStock,
    CartAbandoned,
    StockLow,
}
