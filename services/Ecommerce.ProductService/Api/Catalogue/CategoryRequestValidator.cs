using Ecommerce.ProductService.Domain.Catalogue;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class CategoryRequestValidator : AbstractValidator<CategoryRequest>
{
    public CategoryRequestValidator()
    {
        RuleFor(request => request.Slug).Must(slug => slug is null || (Slug.IsValid(slug) && slug.Length <= 100)).WithMessage("Small letters, digits and single hyphens between.");
        RuleFor(request => request.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 100).WithMessage("From 1 to 100 characters.");
        RuleFor(request => request.Position).InclusiveBetween(0, 1_000_000);
    }
}
