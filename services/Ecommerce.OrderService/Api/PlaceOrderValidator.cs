using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.OrderService.Api;

internal sealed class PlaceOrderValidator : AbstractValidator<PlaceOrderRequest>
{
    public PlaceOrderValidator()
    {
        RuleFor(request => request.CartVersion).GreaterThanOrEqualTo(0);
        RuleFor(request => request.ExpectedTotal.Amount).GreaterThanOrEqualTo(0);
        RuleFor(request => request.ExpectedTotal.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Email).IsEmailAddress();
        RuleFor(request => request.Locale).Matches(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z").MaximumLength(35).When(request => request.Locale is not null);
        RuleFor(request => request.ShippingAddress).SetValidator(new AddressDtoValidator());
        RuleFor(request => request.BillingAddress!).SetValidator(new AddressDtoValidator()).When(request => request.BillingAddress is not null);
        RuleFor(request => request.ShippingMethod).NotEmpty().MaximumLength(64);
        RuleFor(request => request.Payment.Provider).Equal("stripe").WithMessage("The payment provider is not known.");
        RuleFor(request => request.Payment.Method).Matches(@"^[A-Za-z0-9_]{3,100}\z").WithMessage("The payment method is the provider's token.");
        RuleFor(request => request.Payment.ReturnUrl).MaximumLength(2000)
            .Must(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            .When(request => request.Payment.ReturnUrl is not null).WithMessage("The return URL is an absolute http(s) address.");
    }
}
