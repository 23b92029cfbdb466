using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class RegisterValidator : AbstractValidator<RegisterRequest>
{
    public RegisterValidator(ICommonPasswords common)
    {
        RuleFor(request => request.Email).NotEmpty().IsEmailAddress();
        RuleFor(request => request.Password).GoodPassword(common)
            .Must((request, password) => !password.Equals(request.Email, StringComparison.OrdinalIgnoreCase)).WithMessage("The password is not the email address.");
        RuleFor(request => request.Name).IsPersonName();
        RuleFor(request => request.Locale).Matches(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z").MaximumLength(35);
    }
}
