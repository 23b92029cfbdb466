using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>Units of an order's line that come back.</summary>
internal sealed class ReturnLine
{
    private ReturnLine()
    {
    }

    public Guid LineId { get; private init; }

    public string Sku { get; private init; } = "";

    public string Name { get; private init; } = "";

    public int Quantity { get; private init; }

    public ReturnReason Reason { get; private init; }

    public int WeightGrams { get; private init; }

    public int Restocked { get; private set; }

    public int Scrapped { get; private set; }

    public int Rejected { get; private set; }

    public static ReturnLine Of(WantedLine wanted, SoldLine sold) => new()
    {
        LineId = sold.LineId,
        Sku = sold.Sku,
        Name = sold.Name,
        Quantity = wanted.Quantity,
        Reason = wanted.Reason,
        WeightGrams = sold.WeightGrams * wanted.Quantity,
    };

    public void Inspect(InspectionOutcome outcome, int quantity)
    {
        switch (outcome)
        {
            case InspectionOutcome.Restock:
                Restocked += quantity;
                break;
            case InspectionOutcome.Scrap:
                Scrapped += quantity;
                break;
            case InspectionOutcome.Reject:
                Rejected += quantity;
                break;
            default:
                throw new InvalidOperationException($"There is no outcome {outcome}.");
        }
    }
}
