namespace Ecommerce.DiscountService.Domain;

internal readonly record struct PromotionId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
