using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Monetary;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed class VariantRequestValidator : AbstractValidator<VariantRequest>
{
    public VariantRequestValidator()
    {
        RuleFor(request => request.Sku).Must(sku => sku is null || Sku.IsValid(sku)).WithMessage(Sku.Rule);
        RuleFor(request => request.Barcode).Length(1, 64);
        RuleFor(request => request.Options).Must(options => options is null || options.Count <= 5).WithMessage("At most 5 options.");
        RuleFor(request => request.Options).Must(options => options is null || Variant.NameOf(options) is null or { Length: <= Variant.LongestName })
            .WithMessage($"The values together have at most {Variant.LongestName} characters.");
        RuleForEach(request => request.Options).Must(option => option is { Key.Length: > 0 and <= 50, Value.Length: > 0 and <= 100 } && !option.Key.Any(char.IsControl))
            .WithMessage("An option has a name and a value.");
        RuleFor(request => request.WeightGrams).InclusiveBetween(0, 10_000_000);
        RuleFor(request => request.Dimensions).Must(size => size is null or { LengthMm: > 0 and <= 100_000, WidthMm: > 0 and <= 100_000, HeightMm: > 0 and <= 100_000 })
            .WithMessage("From 1 to 100000 millimetres each.");
        RuleFor(request => request.Position).InclusiveBetween(0, 10_000);
        RuleFor(request => request.Prices).Must(prices => prices is null || prices.Count <= 50).WithMessage("At most 50 currencies.");
        RuleForEach(request => request.Prices).Must(price => Currency.TryFrom(price.Key, out _) && price.Value is not null && IsPrice(price.Value.Amount, price.Value.CompareAt))
            .WithMessage("A price is in minor units of an ISO 4217 currency, and what it is compared with is higher.");
    }

    public static bool IsPrice(long amount, long? compareAt) => amount is >= 0 and <= VariantLimits.HighestPrice && (compareAt is null || (compareAt > amount && compareAt <= VariantLimits.HighestPrice));
}
