using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class AddressValidator : AbstractValidator<AddressRequest>
{
    public AddressValidator() => RuleFor(request => request.Address).SetValidator(new AddressDtoValidator());
}
