using Ecommerce.ProductService.Domain.Inventory;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class TransferStockValidator : AbstractValidator<TransferStockRequest>
{
    public TransferStockValidator()
    {
        RuleFor(request => request.From).Must(StockLocation.IsCode).WithMessage(LocationRequestValidator.CodeRule);
        RuleFor(request => request.To).Must(StockLocation.IsCode).WithMessage(LocationRequestValidator.CodeRule);
        RuleFor(request => request.Quantity).InclusiveBetween(1, 1_000_000);
    }
}
