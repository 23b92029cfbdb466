using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;

namespace Ecommerce.ShippingService.Api;

internal sealed class ReturnLabelValidator : AbstractValidator<ReturnLabelRequest>
{
    public ReturnLabelValidator()
    {
        RuleFor(request => request.ReturnId).NotEmpty();
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.From.Country).IsCountryCode();
        RuleFor(request => request.WeightGrams).GreaterThanOrEqualTo(0);
    }
}
