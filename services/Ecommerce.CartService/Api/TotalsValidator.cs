using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class TotalsValidator : AbstractValidator<TotalsRequest>
{
    public TotalsValidator()
    {
        RuleFor(request => request.ShippingAddress.Country).Matches("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 alpha-2 code.");
        RuleFor(request => request.ShippingAddress.Region).MaximumLength(10);
        RuleFor(request => request.ShippingAddress.PostalCode).MaximumLength(20);
        RuleFor(request => request.ShippingMethod).NotEmpty().MaximumLength(64);
        RuleFor(request => request.Email).EmailAddress().MaximumLength(254).When(request => request.Email is not null);
    }
}
