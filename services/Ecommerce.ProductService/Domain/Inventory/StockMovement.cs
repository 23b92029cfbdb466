namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>An entry of the ledger that the stock levels are the sum of.</summary>
internal sealed class StockMovement
{
    private StockMovement()
    {
    }

    public long Id { get; private init; }

    public string Sku { get; private init; } = "";

    public string Location { get; private init; } = "";

    /// <summary>received, reserved, released, expired, committed, adjusted, transferred or returned.</summary>
    public string Kind { get; private init; } = "";

    public int OnHandChange { get; private init; }

    public int ReservedChange { get; private init; }

    /// <summary>What caused it: a reservation, a return, an adjustment, a transfer. One entry per article, location, kind and cause.</summary>
    public Guid Reference { get; private init; }

    /// <summary>Why, where a person did it; or null.</summary>
    public string? Reason { get; private init; }

    /// <summary>Who, where a person did it; or null.</summary>
    public string? Actor { get; private init; }

    public DateTimeOffset At { get; private init; }
}
