namespace Ecommerce.AuthService.Domain;

internal readonly record struct AccountId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
