using FluentValidation;

namespace Ecommerce.ProductService.Api.Reviews;

internal sealed class RejectReviewValidator : AbstractValidator<RejectReviewRequest>
{
    public RejectReviewValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(500);
}
