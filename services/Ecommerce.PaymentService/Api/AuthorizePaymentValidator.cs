using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.PaymentService.Api;

internal sealed class AuthorizePaymentValidator : AbstractValidator<AuthorizePaymentRequest>
{
    public AuthorizePaymentValidator()
    {
        RuleFor(request => request.PaymentId).NotEmpty();
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.OrderNumber).NotEmpty().MaximumLength(32);
        RuleFor(request => request.Amount.Amount).GreaterThanOrEqualTo(0);
        RuleFor(request => request.Amount.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Provider).Equal("stripe").WithMessage("The payment provider is not known.");
        RuleFor(request => request.Method).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
        RuleFor(request => request.ReturnUrl).MaximumLength(2000);
    }
}
