using Ecommerce.ProductService.Domain.Catalogue;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class AttributeRequestValidator : AbstractValidator<AttributeRequest>
{
    public AttributeRequestValidator()
    {
        RuleFor(request => request.Code).Matches(@"^[a-z][a-z0-9_]{0,39}\z").WithMessage("A small letter, then small letters, digits and _.");
        RuleFor(request => request.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 100).WithMessage("From 1 to 100 characters.");
        RuleFor(request => request.Unit).Length(1, 20);
        RuleFor(request => request.Choices).Must(choices => choices is null || choices.Count <= 500).WithMessage("At most 500 choices.");
        RuleFor(request => request.Choices).NotEmpty().When(request => request.Type == AttributeType.Choice).WithMessage("A choice is among some.");
        RuleForEach(request => request.Choices).Must(choice => choice is { Length: > 0 and <= 200 }).WithMessage("From 1 to 200 characters.");
        RuleFor(request => request.Position).InclusiveBetween(0, 1_000_000);
    }
}
