namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>At how many units that can be sold an article counts as low.</summary>
internal sealed class StockThreshold
{
    private StockThreshold()
    {
    }

    public string Sku { get; private init; } = "";

    public int LowAt { get; private init; }
}
