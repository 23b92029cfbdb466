using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class FinishExternalLoginValidator : AbstractValidator<FinishExternalLoginRequest>
{
    public FinishExternalLoginValidator()
    {
        RuleFor(request => request.Flow).NotEmpty().MaximumLength(200);
        RuleFor(request => request.State).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Code).NotEmpty().MaximumLength(2000);
        RuleFor(request => request.DeviceToken).MaximumLength(200);
    }
}
