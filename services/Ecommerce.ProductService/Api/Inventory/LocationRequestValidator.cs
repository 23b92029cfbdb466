using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class LocationRequestValidator : AbstractValidator<LocationRequest>
{
    public const string CodeRule = "From 1 to 32 small letters, digits and dashes.";
    public const int LongestName = 100;
    public const int LastPriority = 1_000_000;

    public LocationRequestValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(LongestName);
        RuleFor(request => request.Priority).InclusiveBetween(0, LastPriority);
    }
}
