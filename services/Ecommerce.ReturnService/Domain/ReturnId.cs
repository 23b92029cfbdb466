namespace Ecommerce.ReturnService.Domain;

internal readonly record struct ReturnId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
