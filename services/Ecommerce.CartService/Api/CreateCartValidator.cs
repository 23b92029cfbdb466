using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class CreateCartValidator : AbstractValidator<CreateCartRequest>
{
    public CreateCartValidator() =>
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
}
