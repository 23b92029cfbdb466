namespace Ecommerce.ProductService.Domain;

/// <summary>An entry of the ledger that the stock levels are the sum of.</summary>
internal sealed class StockMovement
{
    private StockMovement()
    {
    }

    public long Id { get; private init; }

    public string Sku { get; private init; } = "";

    /// <summary>received, reserved, released, expired, committed, adjusted or returned.</summary>
    public string Kind { get; private init; } = "";

    public int OnHandChange { get; private init; }

    public int ReservedChange { get; private init; }

    /// <summary>What caused it: a reservation, a return, an adjustment. One entry per article, kind and cause.</summary>
    public Guid Reference { get; private init; }

    public DateTimeOffset At { get; private init; }
}
