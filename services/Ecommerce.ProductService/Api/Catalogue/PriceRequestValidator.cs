using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class PriceRequestValidator : AbstractValidator<PriceRequest>
{
    public PriceRequestValidator() => RuleFor(request => request.Amount).Must((request, amount) => VariantRequestValidator.IsPrice(amount, request.CompareAt))
        .WithMessage("A price is in minor units, and what it is compared with is higher.");
}
