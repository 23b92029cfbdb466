using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.CartService.Api;

internal sealed class AddCustomerLineValidator : AbstractValidator<AddCustomerLineRequest>
{
    public AddCustomerLineValidator()
    {
        RuleFor(request => request.CustomerId).NotEmpty();
        RuleFor(request => request.RequestId).NotEmpty();
        RuleFor(request => request.Currency).Must(code => Currency.TryFrom(code, out _)).WithMessage("The currency is an ISO 4217 code.");
        RuleFor(request => request.Sku).NotEmpty().MaximumLength(64);
        RuleFor(request => request.Quantity).InclusiveBetween(1, Quantity.Maximum);
    }
}
