using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record StaffVariantResponse(
    string Sku, string? Barcode, string? Name, IReadOnlyList<OptionEntry> Options, int WeightGrams, DimensionsDto? Dimensions, int Position,
    IReadOnlyList<StaffPriceResponse> Prices, IReadOnlyList<SaleResponse> Sales)
{
    public static StaffVariantResponse Of(Variant variant) => new(
        variant.Sku, variant.Barcode, variant.Name, [.. variant.Options.Select(option => new OptionEntry(option.Key, option.Value))], variant.WeightGrams,
        variant is { LengthMm: { } length, WidthMm: { } width, HeightMm: { } height } ? new DimensionsDto(length, width, height) : null, variant.Position,
        [.. variant.Prices.OrderBy(price => price.Currency, StringComparer.Ordinal).Select(price => new StaffPriceResponse(price.Currency, price.Amount, price.CompareAt))],
        [.. variant.Sales.OrderBy(sale => sale.StartsAt).Select(sale => new SaleResponse(sale.Id, sale.Currency, sale.Amount, sale.StartsAt, sale.EndsAt))]);
}
