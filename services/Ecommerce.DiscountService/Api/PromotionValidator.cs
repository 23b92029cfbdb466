using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class CreatePromotionValidator : AbstractValidator<CreatePromotionRequest>
{
    private const long Most = 1_000_000_000_000;

    public CreatePromotionValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(100).Matches(@"^\P{C}*$").WithMessage("A name has no control characters.");
        RuleFor(request => request.CouponCode).Matches("^[A-Za-z0-9_-]{3,40}$").When(request => request.CouponCode is not null)
            .WithMessage("A coupon code has 3 to 40 letters, digits, hyphens or underscores.");
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).When(request => request.Currency is not null)
            .WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.MinimumSpend).InclusiveBetween(0, Most);
        RuleFor(request => request.Action.BasisPoints).InclusiveBetween(0, 10_000);
        RuleFor(request => request.Action.Amount).InclusiveBetween(0, Most);
        RuleFor(request => request.TotalLimit).GreaterThan(0);
        RuleFor(request => request.PerCustomerLimit).GreaterThan(0);
        RuleFor(request => request.Priority).InclusiveBetween(-1000, 1000);
        RuleFor(request => request.CategoryIds).Must(ids => ids is null || ids.Count <= 1000).WithMessage("At most 1000 categories.");
        RuleFor(request => request.ProductIds).Must(ids => ids is null || ids.Count <= 1000).WithMessage("At most 1000 products.");
    }
}
