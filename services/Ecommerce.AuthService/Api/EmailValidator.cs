using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class EmailValidator : AbstractValidator<EmailRequest>
{
    public EmailValidator() => RuleFor(request => request.Email).NotEmpty().IsEmailAddress();
}
