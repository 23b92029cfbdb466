using Ecommerce.AuthService.Application.Passwords;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordRequest>
{
    public ChangePasswordValidator(ICommonPasswords common)
    {
        RuleFor(request => request.CurrentPassword).NotEmpty().MaximumLength(PasswordRules.Longest);
        RuleFor(request => request.NewPassword).GoodPassword(common)
            .NotEqual(request => request.CurrentPassword).WithMessage("The new password is the present one.");
    }
}
