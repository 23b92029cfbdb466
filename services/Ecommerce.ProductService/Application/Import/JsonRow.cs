namespace Ecommerce.ProductService.Application.Import;

/// <summary>A line of JSON.</summary>
internal sealed record JsonRow(
    string? Handle, string? Name, string? Description, string? Brand, List<string[]>? Categories, string? Status, Dictionary<string, string>? Attributes, List<string>? Images,
    string? Sku, string? Barcode, Dictionary<string, string>? Options, int WeightGrams, int? LengthMm, int? WidthMm, int? HeightMm, Dictionary<string, JsonPrice?>? Prices);
