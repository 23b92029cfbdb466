using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Domain;

/// <summary>All that came back of one order. Whoever changes a return's quantities or money holds its row.</summary>
internal sealed class OrderReturns
{
    private readonly List<OrderLineReturns> _lines = [];

    private OrderReturns()
    {
    }

    public OrderId Id { get; private init; }

    /// <summary>What was paid for the order, minor units.</summary>
    public long Total { get; private init; }

    public long RefundedTotal { get; private set; }

    public IReadOnlyList<OrderLineReturns> Lines => _lines;

    public static OrderReturns Of(SoldOrder order)
    {
        var returns = new OrderReturns { Id = order.Id, Total = order.Total };
        returns._lines.AddRange(order.Lines.Select(OrderLineReturns.Of));
        return returns;
    }

    /// <summary>Claims units for a return: never more than were bought and are in no other.</summary>
    public Result Claim(IReadOnlyList<WantedLine> wanted)
    {
        foreach (var line in wanted)
        {
            if (Find(line.LineId) is not { } sold)
            {
                return ReturnErrors.NoSuchLine(line.LineId);
            }

            if (!sold.TryClaim(line.Quantity))
            {
                return ReturnErrors.TooMany(line.LineId, sold.Quantity - sold.ClaimedQuantity);
            }
        }

        return Result.Success;
    }

    public void Release(IEnumerable<ReturnLine> lines)
    {
        foreach (var line in lines)
        {
            Find(line.LineId)!.Release(line.Quantity);
        }
    }

    /// <summary>What inspected units are worth. Shipping comes with the unit that makes the order fully paid back.</summary>
    public long Refund(IReadOnlyList<InspectedLine> inspected)
    {
        var amount = inspected
            .Where(line => line.Outcome != InspectionOutcome.Reject)
            .Sum(line => Find(line.LineId)!.Refund(line.Quantity));
        if (amount > 0 && _lines.TrueForAll(line => line.RefundedQuantity == line.Quantity))
        {
            amount = Total - RefundedTotal;
        }

        RefundedTotal += amount;
        return amount;
    }

    private OrderLineReturns? Find(Guid lineId) => _lines.Find(line => line.LineId == lineId);
}
