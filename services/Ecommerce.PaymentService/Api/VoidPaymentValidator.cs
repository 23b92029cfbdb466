using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.PaymentService.Api;

internal sealed class VoidPaymentValidator : AbstractValidator<VoidPaymentRequest>
{
    public VoidPaymentValidator()
    {
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
    }
}
