using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.TryPromotion;

/// <summary>The sample that a promotion is tried against.</summary>
/// <param name="Basket">What is in it.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="At">When; null for now.</param>
/// <param name="Alone">Whether the active promotions are left out.</param>
internal sealed record Trial(Basket Basket, CustomerFacts Customer, DateTimeOffset? At, bool Alone)
{
    /// <summary>Stands for a generated coupon; none that is generated or typed has such a form.</summary>
    public const string SampleCoupon = "(GENERATED)";
}
