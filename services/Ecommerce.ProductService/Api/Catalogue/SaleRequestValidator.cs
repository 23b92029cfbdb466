using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class SaleRequestValidator : AbstractValidator<SaleRequest>
{
    public SaleRequestValidator(TimeProvider clock)
    {
        RuleFor(request => request.Amount).Must(amount => VariantRequestValidator.IsPrice(amount, null)).WithMessage("A price is in minor units.");
        RuleFor(request => request.EndsAt).Must((request, endsAt) => endsAt is null || endsAt > (request.StartsAt ?? clock.GetUtcNow())).WithMessage("A sale ends after it begins.");
    }
}
