using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class StepUpValidator : AbstractValidator<StepUpRequest>
{
    public StepUpValidator() => RuleFor(request => request.Password).NotEmpty().MaximumLength(PasswordRules.Longest);
}
