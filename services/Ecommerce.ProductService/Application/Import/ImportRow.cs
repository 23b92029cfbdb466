namespace Ecommerce.ProductService.Application.Import;

/// <summary>A line of an import: an article, and what it says of its product.</summary>
internal sealed class ImportRow
{
    public long Line { get; init; }

    /// <summary>The product's slug, present or past.</summary>
    public string Handle { get; set; } = "";

    /// <summary>Null where the line leaves the product as it is.</summary>
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Brand { get; set; }

    /// <summary>Names from the root, one list a category; null where the line leaves them as they are.</summary>
    public List<string[]>? Categories { get; set; }

    public string? Status { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public List<string>? Images { get; set; }

    public string Sku { get; set; } = "";

    public string? Barcode { get; set; }

    public Dictionary<string, string> Options { get; set; } = [];

    public int WeightGrams { get; set; }

    public int? LengthMm { get; set; }

    public int? WidthMm { get; set; }

    public int? HeightMm { get; set; }

    public List<ImportPrice> Prices { get; set; } = [];
}
