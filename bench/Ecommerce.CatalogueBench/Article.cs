namespace Ecommerce.CatalogueBench;

internal sealed record Article(string Sku, string Barcode, string Colour, string SizeName, string? Size, int Grams, long Price, long? CompareAt);
