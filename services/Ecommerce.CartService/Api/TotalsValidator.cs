using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class TotalsValidator : AbstractValidator<TotalsRequest>
{
    public TotalsValidator()
    {
        RuleFor(request => request.ShippingAddress).SetValidator(new AddressDtoValidator());
        RuleFor(request => request.ShippingMethod).NotEmpty().MaximumLength(64);
        RuleFor(request => request.Email).IsEmailAddress();
    }
}
