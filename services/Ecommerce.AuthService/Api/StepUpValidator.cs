using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class StepUpValidator : AbstractValidator<StepUpRequest>
{
    public StepUpValidator()
    {
        RuleFor(request => request.Password).MaximumLength(PasswordRules.Longest);
        RuleFor(request => request.Code).MaximumLength(40);
    }
}
