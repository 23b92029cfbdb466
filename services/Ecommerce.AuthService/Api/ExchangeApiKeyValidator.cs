using FluentValidation;

namespace Ecommerce.AuthService.Api;

internal sealed class ExchangeApiKeyValidator : AbstractValidator<ExchangeApiKeyRequest>
{
    public ExchangeApiKeyValidator() => RuleFor(request => request.ApiKey).NotEmpty().MaximumLength(200);
}
