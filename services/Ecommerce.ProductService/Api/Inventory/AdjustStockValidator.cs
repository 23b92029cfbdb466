using Ecommerce.ProductService.Domain.Inventory;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class AdjustStockValidator : AbstractValidator<AdjustStockRequest>
{
    public AdjustStockValidator()
    {
        RuleFor(request => request.Difference).InclusiveBetween(-1_000_000, 1_000_000).NotEqual(0);
        RuleFor(request => request.Difference).GreaterThan(0).When(request => request.Reason == AdjustmentReason.Received).WithMessage("What is received comes in.");
        RuleFor(request => request.Location).Must(StockLocation.IsCode).When(request => request.Location is not null).WithMessage(LocationRequestValidator.CodeRule);
    }
}
