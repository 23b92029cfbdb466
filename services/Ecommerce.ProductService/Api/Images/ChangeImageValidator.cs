using Ecommerce.ProductService.Domain.Images;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Images;

internal sealed class ChangeImageValidator : AbstractValidator<ChangeImageRequest>
{
    public const int LongestSku = 64;

    public ChangeImageValidator()
    {
        RuleFor(request => request.Alt).MaximumLength(ImageRules.LongestAlt);
        RuleFor(request => request.Sku).MaximumLength(LongestSku);
    }
}
