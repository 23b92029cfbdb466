using Ecommerce.Contracts;
using Ecommerce.SharedKernel.Addresses;
using FluentValidation;
using FluentValidation.Results;

namespace Ecommerce.ServiceDefaults.Validation;

/// <summary>What every address keeps to, and what its country asks for.</summary>
public sealed class AddressDtoValidator : AbstractValidator<AddressDto>
{
    /// <summary>Makes the rules.</summary>
    public AddressDtoValidator()
    {
        RuleFor(address => address.Name).IsPersonName();
        RuleFor(address => address.Line1).NotEmpty().MaximumLength(200);
        RuleFor(address => address.Line2).MaximumLength(200);
        RuleFor(address => address.City).NotEmpty().MaximumLength(100);
        RuleFor(address => address.Region).MaximumLength(10);
        RuleFor(address => address.PostalCode).MaximumLength(20);
        RuleFor(address => address.Country).IsCountryCode();
        RuleFor(address => address.Phone).Matches(@"^\+[1-9]\d{5,14}\z").When(address => address.Phone is not null).WithMessage("The phone number is in E.164 format.");
        RuleFor(address => address).Custom((address, context) =>
        {
            foreach (var problem in Countries.Check(address.Country, address.Region, address.PostalCode))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath.Length == 0 ? problem.Field : $"{context.PropertyPath}.{problem.Field}", problem.Message)
                {
                    ErrorCode = problem.Code,
                });
            }
        });
    }
}
