namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>The index's fields. What they mean is the index's form: whoever changes it raises <see cref="Form"/>, and each replica builds its index anew.</summary>
internal static class Fields
{
    public const string Form = "2";
    public const string Id = "id";
    public const string IdHigh = "idHigh";
    public const string IdLow = "idLow";
    public const string Text = "text";
    public const string Code = "code";
    public const string Filter = "filter";
    public const string Facets = "facets";
    public const string Created = "created";
    public const string Rating = "rating";
    public const string Flags = "flags";
    public const string Price = "price.";
    public const string Variants = "variants";
    public const string VariantPrices = "variantPrices.";

    public const int StatusBits = 3;
    public const int InStockFlag = 4;
    public const int ManyCategoriesFlag = 8;

    public const char Separator = '\u001f';
}
