using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class TryPromotionValidator : AbstractValidator<TryPromotionRequest>
{
    private const long Most = 1_000_000_000_000;
    private const int MostCategories = 100;

    public TryPromotionValidator()
    {
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Lines).Must(lines => lines.Count is >= 1 and <= 200).WithMessage("1 to 200 lines.");
        RuleFor(request => request.Lines)
            .Must(lines => lines.All(line => line is { Quantity: >= 1 and <= Quantity.Maximum, UnitPrice: >= 0 and <= Most }
                && (line.CategoryIds is null || line.CategoryIds.Count <= MostCategories)))
            .WithMessage("Quantities are from 1 to 9999, prices are not negative, a line has at most 100 categories.");
        RuleFor(request => request.Shipping).InclusiveBetween(0, Most);
        RuleFor(request => request.CouponCodes).Must(codes => codes is null || (codes.Count <= 20 && codes.All(code => code is { Length: <= 40 })))
            .WithMessage("At most 20 coupons of at most 40 characters.");
        RuleFor(request => request.CustomerGroups).Must(groups => groups is null || (groups.Count <= 20 && groups.All(GroupName.IsValid)))
            .WithMessage("At most 20 groups. " + GroupName.Message);
    }
}
