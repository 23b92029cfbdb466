using Ecommerce.ProductService.Domain.Images;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Images;

internal sealed class OrderImagesValidator : AbstractValidator<OrderImagesRequest>
{
    public OrderImagesValidator() => RuleFor(request => request.ImageIds).Must(ids => ids.Count <= ImageRules.MostPerProduct)
        .WithMessage($"At most {ImageRules.MostPerProduct} images.");
}
