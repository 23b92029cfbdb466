namespace Ecommerce.PaymentService.Domain;

internal readonly record struct PaymentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
