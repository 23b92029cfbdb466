using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class ProfileValidator : AbstractValidator<ProfileRequest>
{
    public ProfileValidator()
    {
        RuleFor(request => request.Name).IsPersonName();
        RuleFor(request => request.Locale).Matches(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z").MaximumLength(35);
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
    }
}
