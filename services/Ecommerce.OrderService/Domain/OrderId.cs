namespace Ecommerce.OrderService.Domain;

internal readonly record struct OrderId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
