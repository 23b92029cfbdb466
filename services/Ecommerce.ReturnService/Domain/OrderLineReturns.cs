using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>What came back of one line of an order, over all its returns. Amounts are minor units.</summary>
internal sealed class OrderLineReturns
{
    private OrderLineReturns()
    {
    }

    public Guid LineId { get; private init; }

    /// <summary>Units sold.</summary>
    public int Quantity { get; private init; }

    /// <summary>What was paid for the line: after discounts, with its tax.</summary>
    public long Total { get; private init; }

    /// <summary>Units in returns that are not cancelled or rejected.</summary>
    public int ClaimedQuantity { get; private set; }

    /// <summary>Units that are paid back.</summary>
    public int RefundedQuantity { get; private set; }

    public long RefundedAmount { get; private set; }

    public static OrderLineReturns Of(SoldLine line) => new() { LineId = line.LineId, Quantity = line.Quantity, Total = line.Total };

    public bool TryClaim(int quantity)
    {
        if (quantity > Quantity - ClaimedQuantity)
        {
            return false;
        }

        ClaimedQuantity += quantity;
        return true;
    }

    public void Release(int quantity) => ClaimedQuantity -= quantity;

    /// <summary>Pays units back: their share of the line, such that all units together get the line's total to the cent.</summary>
    public long Refund(int quantity)
    {
        var amount = RefundShare.Of(Total, Quantity, RefundedQuantity, quantity);
        RefundedQuantity += quantity;
        RefundedAmount += amount;
        return amount;
    }
}
