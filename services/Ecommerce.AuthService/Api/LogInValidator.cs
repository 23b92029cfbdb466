using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class LogInValidator : AbstractValidator<LogInRequest>
{
    public LogInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
        RuleFor(request => request.Password).NotEmpty().MaximumLength(PasswordRules.Longest);
        RuleFor(request => request.DeviceToken).MaximumLength(200);
    }
}
