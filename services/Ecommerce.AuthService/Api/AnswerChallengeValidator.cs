using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class AnswerChallengeValidator : AbstractValidator<AnswerChallengeRequest>
{
    public AnswerChallengeValidator()
    {
        RuleFor(request => request.Challenge).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Code).NotEmpty().MaximumLength(40);
        RuleFor(request => request.DeviceToken).MaximumLength(200);
    }
}
