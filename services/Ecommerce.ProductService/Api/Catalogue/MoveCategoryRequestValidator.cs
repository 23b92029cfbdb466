using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class MoveCategoryRequestValidator : AbstractValidator<MoveCategoryRequest>
{
    public MoveCategoryRequestValidator() => RuleFor(request => request.Position).InclusiveBetween(0, 1_000_000);
}
