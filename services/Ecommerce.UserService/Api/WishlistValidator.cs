using FluentValidation;

namespace Ecommerce.UserService.Api;

internal sealed class WishlistValidator : AbstractValidator<WishlistRequest>
{
    public WishlistValidator() => RuleFor(request => request.Name).NotEmpty().MaximumLength(100);
}
