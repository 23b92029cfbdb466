using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class ThresholdValidator : AbstractValidator<ThresholdRequest>
{
    public ThresholdValidator() => RuleFor(request => request.LowAt).InclusiveBetween(1, 1_000_000);
}
