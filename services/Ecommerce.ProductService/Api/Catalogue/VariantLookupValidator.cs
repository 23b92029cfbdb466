using Ecommerce.Contracts.Product.Internal;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class VariantLookupValidator : AbstractValidator<VariantLookupRequest>
{
    private const int MostArticles = 200;

    public VariantLookupValidator()
    {
        RuleFor(request => request.Skus).Must(skus => skus.Count is > 0 and <= MostArticles).WithMessage($"From 1 to {MostArticles} articles.");
        RuleFor(request => request.Currency).Length(3);
    }
}
