using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ShippingService.Domain;

/// <summary>A label and its purchase. The carrier platform has no idempotency, so each step is committed before the next.</summary>
internal sealed class Label : AggregateRoot<LabelId>
{
    /// <summary>How long a purchase may take before somebody else looks what became of it.</summary>
    private static readonly TimeSpan BuyingTime = TimeSpan.FromSeconds(30);

    private Label()
    {
    }

    private Label(LabelId id)
        : base(id)
    {
    }

    public Guid OrderId { get; private init; }

    public PostalAddress From { get; private init; } = null!;

    public PostalAddress To { get; private init; } = null!;

    public int WeightGrams { get; private init; }

    /// <summary>Whether the fastest service is bought; else the cheapest.</summary>
    public bool Fastest { get; private init; }

    public LabelStep Step { get; private set; }

    public string? RateReference { get; private set; }

    public DateTimeOffset? BuyingSince { get; private set; }

    public BoughtLabel? Bought { get; private set; }

    public static Label Want(LabelId id, Guid orderId, PostalAddress from, PostalAddress to, int weightGrams, bool fastest) => new(id)
    {
        OrderId = orderId,
        From = from,
        To = to,
        WeightGrams = weightGrams,
        Fastest = fastest,
    };

    public void Choose(string rateReference)
    {
        RateReference = rateReference;
        Advance(LabelStep.Rated);
    }

    public void BeginBuying(DateTimeOffset now)
    {
        BuyingSince = now;
        Advance(LabelStep.Buying);
    }

    public bool IsBeingBought(DateTimeOffset now) => Step == LabelStep.Buying && now - BuyingSince < BuyingTime;

    public void Complete(BoughtLabel bought)
    {
        Bought = bought;
        Advance(LabelStep.Bought);
    }

    /// <summary>Nothing was bought: rates are asked for anew.</summary>
    public void StartOver()
    {
        RateReference = null;
        BuyingSince = null;
        Advance(LabelStep.Wanted);
    }

    private void Advance(LabelStep step)
    {
        Step = step;
        Touch();
    }
}
