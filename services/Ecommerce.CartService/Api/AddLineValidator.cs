using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class AddLineValidator : AbstractValidator<AddLineRequest>
{
    public AddLineValidator()
    {
        RuleFor(request => request.Sku).NotEmpty().MaximumLength(64);
        RuleFor(request => request.Quantity).InclusiveBetween(1, Quantity.Maximum);
    }
}
