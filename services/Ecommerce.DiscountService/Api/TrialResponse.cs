using Ecommerce.DiscountService.Application.TryPromotion;

namespace Ecommerce.DiscountService.Api;

/// <summary>What became of a trial; amounts are minor units.</summary>
/// <param name="Amount">What the tried promotion takes off.</param>
/// <param name="RefusalCode">Why it does not apply; null where it does, or finds nothing left to take.</param>
/// <param name="Reason">The same for a person.</param>
/// <param name="Lines">In the order of the sample.</param>
/// <param name="ShippingDiscount">Off shipping, by all.</param>
/// <param name="Applied">All that apply, in the order in which they were tried.</param>
/// <param name="Refused">All that do not, automatic ones too.</param>
internal sealed record TrialResponse(
    long Amount,
    string? RefusalCode,
    string? Reason,
    IReadOnlyList<TrialLineResponse> Lines,
    long ShippingDiscount,
    IReadOnlyList<TrialPromotionResponse> Applied,
    IReadOnlyList<TrialRefusalResponse> Refused)
{
    public static TrialResponse Of(PromotionTrial trial)
    {
        var calculation = trial.Calculation;
        var id = trial.Promotion.Id;
        var refusal = calculation.Refused.FirstOrDefault(refused => refused.Promotion?.Id == id);
        return new TrialResponse(
            calculation.Applied.Where(applied => applied.Promotion.Id == id).Sum(applied => applied.Amount),
            refusal?.Code,
            refusal?.Reason,
            [.. trial.Basket.Lines.Select(line =>
            {
                TrialPartResponse[] parts =
                    [.. calculation.PartsOf(line.LineId).Select(part => new TrialPartResponse(part.Promotion.Promotion.Id.Value, part.Promotion.Promotion.Name, part.Amount))];
                return new TrialLineResponse(line.ProductId, line.Quantity, line.Subtotal, parts.Sum(part => part.Amount), parts);
            })],
            calculation.ShippingDiscount,
            [.. calculation.Applied.Select(applied => new TrialPromotionResponse(applied.Promotion.Id.Value, applied.Promotion.Name, applied.CouponCode, applied.Amount, applied.Note))],
            [.. calculation.Refused.Select(refused => new TrialRefusalResponse(
                refused.Promotion?.Id.Value, refused.Promotion?.Name, refused.CouponCode, refused.Code, refused.Reason))]);
    }
}
