using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class MoveToCartValidator : AbstractValidator<MoveToCartRequest>
{
    public MoveToCartValidator() => RuleFor(request => request.Quantity).InclusiveBetween(1, Quantity.Maximum);
}
