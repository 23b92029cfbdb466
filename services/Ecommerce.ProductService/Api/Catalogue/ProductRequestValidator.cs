using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class ProductRequestValidator : AbstractValidator<ProductRequest>
{
    public ProductRequestValidator()
    {
        RuleFor(request => request.Slug).Must(slug => slug is null || Slug.IsValid(slug)).WithMessage("Small letters, digits and single hyphens between.");
        RuleFor(request => request.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 300).WithMessage("From 1 to 300 characters.");
        RuleFor(request => request.Description).MaximumLength(10_000);
        RuleFor(request => request.CategoryIds).Must(ids => ids is null || ids.Count <= 20).WithMessage("At most 20 categories.");
        RuleFor(request => request.Attributes).Must(attributes => attributes is null || attributes.Count <= 100).WithMessage("At most 100 attributes.");
        RuleForEach(request => request.Attributes).Must(value => value is { Key.Length: > 0 and <= 40, Value.Length: > 0 and <= 200 }).WithMessage("A value has from 1 to 200 characters.");
        RuleFor(request => request.ImageUrls).Must(urls => urls is null || urls.Count <= 20).WithMessage("At most 20 pictures.");
        RuleForEach(request => request.ImageUrls).Must(url => url is { Length: > 0 and <= 1000 } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            .WithMessage("A picture has an http address.");
        RuleFor(request => request.Variants).Must(variants => variants is null || variants.Count <= Product.MostVariants).WithMessage($"At most {Product.MostVariants} articles.");
        RuleFor(request => request.Variants).Must(variants => variants is null || variants.All(variant => variant?.Sku is not null)).WithMessage("An article has a number.");
        RuleFor(request => request.Variants).Must(variants => variants is null || variants.DistinctBy(variant => variant?.Sku).Count() == variants.Count).WithMessage("Each number once.");
        RuleForEach(request => request.Variants).SetValidator(new VariantRequestValidator()).When(request => request.Variants is not null);
    }
}
