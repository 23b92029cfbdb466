using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class CodeValidator : AbstractValidator<CodeRequest>
{
    public CodeValidator() => RuleFor(request => request.Code).NotEmpty().MaximumLength(40);
}
