using FluentValidation;

namespace Ecommerce.ProductService.Api;

internal sealed class AdjustStockValidator : AbstractValidator<AdjustStockRequest>
{
    public AdjustStockValidator() => RuleFor(request => request.Difference).InclusiveBetween(-1_000_000, 1_000_000).NotEqual(0);
}
