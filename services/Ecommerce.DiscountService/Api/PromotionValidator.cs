using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class PromotionValidator : AbstractValidator<PromotionRequest>
{
    private const long Most = 1_000_000_000_000;
    private const int MostUnits = 1_000_000;
    private const int MostIds = 1000;
    private const int MostGroups = 100;
    private const int MostParts = 20;

    public PromotionValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(100).Matches(@"^\P{C}*\z").WithMessage("A name has no control characters.");
        RuleFor(request => request.CouponCode).Matches(@"^[A-Za-z0-9_-]{3,40}\z").When(request => request.CouponCode is not null)
            .WithMessage("A coupon code has 3 to 40 letters, digits, hyphens or underscores.");
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).When(request => request.Currency is not null)
            .WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.MinimumSpend).InclusiveBetween(0, Most);
        RuleFor(request => request.MinimumQuantity).InclusiveBetween(0, MostUnits);
        RuleFor(request => request.Action.BasisPoints).InclusiveBetween(0, 10_000);
        RuleFor(request => request.Action.Amount).InclusiveBetween(0, Most);
        RuleFor(request => request.Action.MaximumDiscount).InclusiveBetween(1, Most);
        RuleFor(request => request.Action.BuyQuantity).InclusiveBetween(1, MostUnits);
        RuleFor(request => request.Action.GetQuantity).InclusiveBetween(1, MostUnits);
        RuleFor(request => request.Action.RewardProductIds).Must(ids => ids is null || ids.Count <= MostIds).WithMessage("At most 1000 products.");
        RuleFor(request => request.Action.Tiers).Must(tiers => tiers is null || (tiers.Count <= MostParts
                && tiers.All(tier => tier is { From: >= 1 and <= Most, BasisPoints: >= 0 and <= 10_000, Amount: >= 0 and <= Most })))
            .WithMessage("At most 20 tiers, each from 1 on.");
        RuleFor(request => request.Action.Bundle).Must(items => items is null || (items.Count <= MostParts
                && items.All(item => item is { Quantity: >= 1 and <= Quantity.Maximum })))
            .WithMessage("At most 20 parts, each of 1 to 9999 units.");
        RuleFor(request => request.TotalLimit).GreaterThan(0);
        RuleFor(request => request.PerCustomerLimit).GreaterThan(0);
        RuleFor(request => request.Budget).InclusiveBetween(1, Most);
        RuleFor(request => request.Priority).InclusiveBetween(-1000, 1000);
        RuleFor(request => request.ExclusionGroup).Matches(GroupName.Pattern).When(request => request.ExclusionGroup is not null)
            .WithMessage(GroupName.Message);
        RuleFor(request => request.CategoryIds).Must(ids => ids is null || ids.Count <= MostIds).WithMessage("At most 1000 categories.");
        RuleFor(request => request.ProductIds).Must(ids => ids is null || ids.Count <= MostIds).WithMessage("At most 1000 products.");
        RuleFor(request => request.CustomerGroups)
            .Must(groups => groups is null || (groups.Count <= MostGroups && groups.All(GroupName.IsValid)))
            .WithMessage("At most 100 groups. " + GroupName.Message);
    }
}
