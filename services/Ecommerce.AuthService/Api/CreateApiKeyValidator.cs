using Ecommerce.AuthService.Domain;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyRequest>
{
    public CreateApiKeyValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Roles).NotEmpty()
            .Must(roles => roles.All(StaffRoles.All.Contains) && roles.Distinct().Count() == roles.Length).WithMessage("The roles are staff roles, each once.");
        RuleFor(request => request.ExpiresInDays).InclusiveBetween(1, 365);
    }
}
