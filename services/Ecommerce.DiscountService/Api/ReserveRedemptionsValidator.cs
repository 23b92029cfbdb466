using Ecommerce.Contracts.Discount.Internal;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class ReserveRedemptionsValidator : AbstractValidator<ReserveRedemptionsRequest>
{
    public ReserveRedemptionsValidator()
    {
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
        RuleFor(request => request.Discounts).Must(discounts => discounts.All(discount => discount.Amount >= 0))
            .WithMessage("Amounts are not negative.");
        RuleFor(request => request.Discounts)
            .Must(discounts => discounts.Select(discount => discount.PromotionId).Distinct().Count() == discounts.Count)
            .WithMessage("Each promotion is redeemed once.");
    }
}
