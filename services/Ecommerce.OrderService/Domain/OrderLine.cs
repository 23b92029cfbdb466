namespace Ecommerce.OrderService.Domain;

/// <summary>What was sold, as it was when it was sold. Amounts are minor units of the order's currency.</summary>
internal sealed class OrderLine
{
    private OrderLine()
    {
    }

    public Guid Id { get; private init; }

    public string Sku { get; private init; } = "";

    public Guid ProductId { get; private init; }

    public string Name { get; private init; } = "";

    public string? VariantName { get; private init; }

    public string? ImageUrl { get; private init; }

    public int Quantity { get; private init; }

    public int WeightGrams { get; private init; }

    public long UnitPrice { get; private init; }

    public long Subtotal { get; private init; }

    public long Discount { get; private init; }

    public long Tax { get; private init; }

    public long Total { get; private init; }

    public int DispatchedQuantity { get; private set; }

    public int DeliveredQuantity { get; private set; }

    public int ReturnedQuantity { get; private set; }

    public static OrderLine Of(OrderLineDraft draft) => new()
    {
        Id = draft.Id,
        Sku = draft.Sku,
        ProductId = draft.ProductId,
        Name = draft.Name,
        VariantName = draft.VariantName,
        ImageUrl = draft.ImageUrl,
        Quantity = draft.Quantity,
        WeightGrams = draft.WeightGrams,
        UnitPrice = draft.UnitPrice,
        Subtotal = draft.Totals.Subtotal,
        Discount = draft.Totals.Discount,
        Tax = draft.Totals.Tax,
        Total = draft.Totals.Total,
    };

    // Never more than was sold. That a message counts once is the inbox's part.
    public void Dispatch(int quantity) => DispatchedQuantity = Math.Min(Quantity, DispatchedQuantity + quantity);

    public void Deliver(int quantity) => DeliveredQuantity = Math.Min(Quantity, DeliveredQuantity + quantity);

    public void Return(int quantity) => ReturnedQuantity = Math.Min(Quantity, ReturnedQuantity + quantity);
}
