using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class DestinationValidator : AbstractValidator<DestinationRequest>
{
    public DestinationValidator()
    {
        RuleFor(request => request.Country).Matches("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 alpha-2 code.");
        RuleFor(request => request.Region).MaximumLength(10);
        RuleFor(request => request.PostalCode).MaximumLength(20);
        RuleFor(request => request.Email).EmailAddress().MaximumLength(254).When(request => request.Email is not null);
    }
}
