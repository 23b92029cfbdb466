using FluentValidation;

namespace Ecommerce.ProductService.Api.Reviews;

internal sealed class ReviewRequestValidator : AbstractValidator<ReviewRequest>
{
    public ReviewRequestValidator()
    {
        RuleFor(request => request.Rating).InclusiveBetween(1, 5);
        RuleFor(request => request.Title).NotEmpty().MaximumLength(120);
        RuleFor(request => request.Text).NotEmpty().MaximumLength(5_000);
        RuleFor(request => request.Author).MaximumLength(50);
    }
}
