namespace Ecommerce.NotificationService.Domain;

internal readonly record struct NotificationId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
