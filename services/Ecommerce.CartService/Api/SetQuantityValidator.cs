using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class SetQuantityValidator : AbstractValidator<SetQuantityRequest>
{
    public SetQuantityValidator() => RuleFor(request => request.Quantity).InclusiveBetween(1, Quantity.Maximum);
}
