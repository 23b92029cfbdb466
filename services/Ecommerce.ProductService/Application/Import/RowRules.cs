using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Text;

namespace Ecommerce.ProductService.Application.Import;

/// <summary>What a line has to keep to by itself: the rules of the endpoints.</summary>
internal static class RowRules
{
    private const int HeaviestGrams = 10_000_000;
    private const int LongestMm = 100_000;

    public static ImportRefusal? Check(ImportRow row, IReadOnlyDictionary<string, AttributeDefinition> attributes) => row switch
    {
        _ when !Slug.IsValid(row.Handle) => Refuse(row, "handle", "import.bad_handle", "Small letters, digits and single hyphens between."),
        _ when !Sku.IsValid(row.Sku) => Refuse(row, "sku", "import.bad_sku", Sku.Rule),
        { Name.Length: > 300 } => Refuse(row, "name", "import.too_long", "At most 300 characters."),
        { Name: { } name } when string.IsNullOrWhiteSpace(name) => Refuse(row, "name", "import.empty", "A name is not blank."),
        { Description.Length: > 10_000 } => Refuse(row, "description", "import.too_long", "At most 10000 characters."),
        { Brand: { } brand } when brand.Length > 100 || Slug.Of(brand).Length is 0 or > 100 => Refuse(row, "brand", "import.bad_brand", "From 1 to 100 characters, some of them letters of ASCII."),
        { Barcode.Length: > 64 } => Refuse(row, "barcode", "import.too_long", "At most 64 characters."),
        { Status: not (null or "draft" or "active" or "archived") } => Refuse(row, "status", "import.bad_status", "draft, active or archived."),
        { Categories: { } categories } when categories.Count > 20 || categories.Exists(BadPath) => Refuse(row, "categories", "import.bad_category", "At most 20 categories, at most 20 deep, each name from 1 to 100 characters."),
        { Images: { } images } when images.Count > 20 || images.Exists(BadImage) => Refuse(row, "images", "import.bad_image", "At most 20 http addresses."),
        { Options: { } options } when options.Count > 5 || options.Any(option => option is not { Key.Length: > 0 and <= 50, Value.Length: > 0 and <= 100 } || option.Key.Any(char.IsControl))
            || Variant.NameOf(options) is { Length: > Variant.LongestName } => Refuse(row, "options", "import.bad_option", $"At most 5 options with a name and a value, the values together of at most {Variant.LongestName} characters."),
        { WeightGrams: < 0 or > HeaviestGrams } => Refuse(row, "weight_grams", "import.out_of_range", $"From 0 to {HeaviestGrams}."),
        _ when !AreDimensions(row) => Refuse(row, "length_mm", "import.out_of_range", $"All three from 1 to {LongestMm}, or none."),
        { Attributes: { } values } when values.FirstOrDefault(value => !attributes.TryGetValue(value.Key, out var known) || value.Value is null || !known.Takes(value.Value)) is { Key: { } wrong } =>
            Refuse(row, "attributes", "import.bad_attribute", $"'{Short(wrong)}' is no attribute, or does not take this value."),
        _ when row.Prices.FirstOrDefault(price => !IsPrice(price)) is { Currency: { } currency } => Refuse(row, $"price_{Short(currency)}", "import.bad_price", "Minor units of an ISO 4217 currency, and what it is compared with is higher."),
        _ when IsMalformed(row) => Refuse(row, "line", "import.malformed", "A text holds a character that is not allowed."),
        _ => null,
    };

    private static ImportRefusal Refuse(ImportRow row, string field, string code, string message) => new(row.Line, field, code, message);

    private static bool IsPrice(ImportPrice price) => Currency.TryFrom(price.Currency, out _) && price.Amount is >= 0 and <= VariantLimits.HighestPrice
        && (price.CompareAt is null || (price.CompareAt > price.Amount && price.CompareAt <= VariantLimits.HighestPrice));

    private static bool AreDimensions(ImportRow row) => row is { LengthMm: null, WidthMm: null, HeightMm: null }
        or { LengthMm: > 0 and <= LongestMm, WidthMm: > 0 and <= LongestMm, HeightMm: > 0 and <= LongestMm };

    private static bool BadPath(string[]? path) => path is null or { Length: 0 or > 20 } || Array.Exists(path, name => name is not { Length: > 0 and <= 100 } || Slug.Of(name).Length == 0);

    private static bool BadImage(string? url) => url is not { Length: > 0 and <= 1000 } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http");

    private static bool IsMalformed(ImportRow row) =>
        IsMalformed(row.Name) || IsMalformed(row.Description) || IsMalformed(row.Brand) || IsMalformed(row.Barcode) || (row.Categories?.Exists(path => Array.Exists(path, IsMalformed)) ?? false)
        || row.Options.Any(option => IsMalformed(option.Key) || IsMalformed(option.Value)) || (row.Attributes?.Any(value => IsMalformed(value.Value)) ?? false);

    private static bool IsMalformed(string? text) => text is not null && !WellFormedText.IsWellFormed(text);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];
}
