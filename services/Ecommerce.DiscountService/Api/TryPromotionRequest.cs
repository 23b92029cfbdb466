using Ecommerce.DiscountService.Application.TryPromotion;
using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Api;

/// <summary>A sample basket; amounts are minor units.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">1 to 200.</param>
/// <param name="Shipping">Shipping price.</param>
/// <param name="CouponCodes">Besides the promotion's own, which is in the sample in any case.</param>
/// <param name="CustomerGroups">The groups of the sample's customer.</param>
/// <param name="IsFirstOrder">Whether the customer has not ordered yet.</param>
/// <param name="At">When; now where it is not given.</param>
/// <param name="Alone">Whether the active promotions are left out.</param>
internal sealed record TryPromotionRequest(
    string Currency,
    IReadOnlyList<TryLineRequest> Lines,
    long Shipping = 0,
    IReadOnlyList<string>? CouponCodes = null,
    IReadOnlyList<string>? CustomerGroups = null,
    bool IsFirstOrder = true,
    DateTimeOffset? At = null,
    bool Alone = false)
{
    public Trial ToTrial() => new(
        new Basket(
            SharedKernel.Monetary.Currency.From(Currency),
            [.. Lines.Select((line, index) => new BasketLine(TrialLines.IdOf(index), line.ProductId, line.CategoryIds ?? [], line.Quantity, line.UnitPrice))],
            Shipping,
            [.. (CouponCodes ?? []).Select(code => code.ToUpperInvariant())]),
        new CustomerFacts(CustomerGroups ?? [], !IsFirstOrder),
        At?.ToUniversalTime(),
        Alone);
}
