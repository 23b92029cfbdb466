using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class DestinationValidator : AbstractValidator<DestinationRequest>
{
    public DestinationValidator()
    {
        RuleFor(request => request.Country).IsCountryCode();
        RuleFor(request => request.Region).Matches(@"^[A-Za-z0-9-]{1,10}\z").When(request => request.Region is not null)
            .WithMessage("The region is the part after the hyphen of ISO 3166-2.");
        RuleFor(request => request.PostalCode).Matches(@"^[A-Za-z0-9 -]{1,20}\z").When(request => request.PostalCode is not null)
            .WithMessage("A postal code has letters, digits, spaces and hyphens.");
        RuleFor(request => request.Email).IsEmailAddress();
    }
}
