using Ecommerce.Contracts;
using FluentValidation;

namespace Ecommerce.OrderService.Api;

/// <summary>What every address keeps to; the rules of single countries are user-service's.</summary>
internal sealed class AddressRules : AbstractValidator<AddressDto>
{
    public AddressRules()
    {
        RuleFor(address => address.Name).NotEmpty().MaximumLength(100);
        RuleFor(address => address.Line1).NotEmpty().MaximumLength(200);
        RuleFor(address => address.Line2).MaximumLength(200);
        RuleFor(address => address.City).NotEmpty().MaximumLength(100);
        RuleFor(address => address.Region).MaximumLength(10);
        RuleFor(address => address.PostalCode).MaximumLength(20);
        RuleFor(address => address.Country).Matches("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 alpha-2 code.");
        RuleFor(address => address.Phone).Matches(@"^\+[1-9]\d{5,14}$").When(address => address.Phone is not null).WithMessage("The phone number is in E.164 format.");
    }
}
