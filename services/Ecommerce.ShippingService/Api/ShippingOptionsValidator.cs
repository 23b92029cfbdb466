using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.ShippingService.Api;

internal sealed class ShippingOptionsValidator : AbstractValidator<ShippingOptionsRequest>
{
    public ShippingOptionsValidator()
    {
        RuleFor(request => request.Country).IsCountryCode();
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Subtotal).GreaterThanOrEqualTo(0);
        RuleFor(request => request.WeightGrams).GreaterThanOrEqualTo(0);
        RuleFor(request => request.Region).MaximumLength(10);
        RuleFor(request => request.PostalCode).MaximumLength(20);
    }
}
