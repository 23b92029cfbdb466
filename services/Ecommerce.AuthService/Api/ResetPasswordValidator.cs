using Ecommerce.AuthService.Application.Passwords;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordRequest>
{
    public ResetPasswordValidator(ICommonPasswords common)
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(200);
        RuleFor(request => request.NewPassword).GoodPassword(common);
    }
}
