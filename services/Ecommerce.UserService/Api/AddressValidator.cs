using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class AddressValidator : AbstractValidator<AddressRequest>
{
    public AddressValidator()
    {
        RuleFor(request => request.Address.Name).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Address.Line1).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Address.Line2).MaximumLength(200);
        RuleFor(request => request.Address.City).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Address.Region).MaximumLength(10);
        RuleFor(request => request.Address.PostalCode).MaximumLength(20);
        RuleFor(request => request.Address.Country).Matches("^[A-Z]{2}$").WithMessage("The country is an ISO 3166-1 alpha-2 code.");
        RuleFor(request => request.Address.Phone).Matches(@"^\+[1-9]\d{5,14}$").When(request => request.Address.Phone is not null)
            .WithMessage("The phone number is in E.164 format.");
    }
}
