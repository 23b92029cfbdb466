namespace Ecommerce.ProductService.Domain;

/// <summary>Units of an article: in the house, and of these promised to somebody. Changed by the functions of the database alone.</summary>
internal sealed class StockLevel
{
    private StockLevel()
    {
    }

    public string Sku { get; private init; } = "";

    public int OnHand { get; private init; }

    public int Reserved { get; private init; }
}
