using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.DiscountService.Api;

internal sealed class CalculateDiscountsValidator : AbstractValidator<CalculateDiscountsRequest>
{
    private const long Most = 1_000_000_000_000;

    public CalculateDiscountsValidator()
    {
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Lines).Cascade(CascadeMode.Stop)
            .Must(lines => lines.Count is >= 1 and <= 200).WithMessage("1 to 200 lines.")
            .Must(lines => lines.All(line => line is { Quantity: >= 1 and <= Quantity.Maximum, UnitPrice: >= 0 and <= Most }))
            .WithMessage("Quantities are from 1 to 9999, prices are not negative.")
            .Must(lines => lines.Select(line => line.LineId).Distinct().Count() == lines.Count).WithMessage("Each line has an id of its own.");
        RuleFor(request => request.Shipping).InclusiveBetween(0, Most);
        RuleFor(request => request.CouponCodes).Must(codes => codes.Count <= 20 && codes.All(code => code is { Length: <= 40 }))
            .WithMessage("At most 20 coupons of at most 40 characters.");
    }
}
