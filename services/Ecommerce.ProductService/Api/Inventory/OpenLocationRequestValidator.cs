using Ecommerce.ProductService.Domain.Inventory;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class OpenLocationRequestValidator : AbstractValidator<OpenLocationRequest>
{
    public OpenLocationRequestValidator()
    {
        RuleFor(request => request.Code).Must(StockLocation.IsCode).WithMessage(LocationRequestValidator.CodeRule);
        RuleFor(request => request.Name).NotEmpty().MaximumLength(LocationRequestValidator.LongestName);
        RuleFor(request => request.Priority).InclusiveBetween(0, LocationRequestValidator.LastPriority);
    }
}
