namespace Ecommerce.ReturnService.Domain;

internal readonly record struct OrderId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
