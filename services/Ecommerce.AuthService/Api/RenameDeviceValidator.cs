using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class RenameDeviceValidator : AbstractValidator<RenameDeviceRequest>
{
    public RenameDeviceValidator() => RuleFor(request => request.Name).NotEmpty().MaximumLength(100);
}
