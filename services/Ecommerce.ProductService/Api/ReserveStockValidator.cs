using Ecommerce.Contracts.Product.Internal;
using FluentValidation;

namespace Ecommerce.ProductService.Api;

internal sealed class ReserveStockValidator : AbstractValidator<ReserveStockRequest>
{
    public ReserveStockValidator()
    {
        RuleFor(request => request.Lines).NotEmpty();
        RuleForEach(request => request.Lines).Must(line => line.Quantity is > 0 and <= 1_000_000 && line.Sku.Length is > 0 and <= 64);
    }
}
