namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>
/// Units of an article at a location: in the house, and of these promised to somebody. Changed by the functions of the database alone.
/// </summary>
internal sealed class StockLevel
{
    private StockLevel()
    {
    }

    public string Sku { get; private init; } = "";

    public string Location { get; private init; } = "";

    public int OnHand { get; private init; }

    public int Reserved { get; private init; }

    /// <summary>Whether the location is open; here too, so that a reservation reads one row.</summary>
    public bool IsSellable { get; private init; }
}
