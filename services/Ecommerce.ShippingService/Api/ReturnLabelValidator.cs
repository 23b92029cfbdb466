using Ecommerce.Contracts.Shipping.Internal;
using FluentValidation;

namespace Ecommerce.ShippingService.Api;

internal sealed class ReturnLabelValidator : AbstractValidator<ReturnLabelRequest>
{
    public ReturnLabelValidator()
    {
        RuleFor(request => request.ReturnId).NotEmpty();
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.From.Country).Matches(@"^[A-Z]{2}\z").WithMessage("The country is an ISO 3166-1 alpha-2 code.");
        RuleFor(request => request.WeightGrams).GreaterThanOrEqualTo(0);
    }
}
