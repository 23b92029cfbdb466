using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Domain;

/// <summary>A coupon or an automatic promotion. Once active its terms are fixed: who wants others ends it and makes a new one.</summary>
internal sealed class Promotion : AggregateRoot<PromotionId>
{
    private Promotion()
    {
    }

    private Promotion(PromotionId id, PromotionTerms terms, DateTimeOffset now)
        : base(id)
    {
        Take(terms);
        CreatedAt = now;
    }

    public string Name { get; private set; } = "";

    public string? CouponCode { get; private set; }

    public bool GeneratedCoupons { get; private set; }

    public Currency? Currency { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public long MinimumSpend { get; private set; }

    public int MinimumQuantity { get; private set; }

    public Guid[] CategoryIds { get; private set; } = [];

    public Guid[] ProductIds { get; private set; } = [];

    public string[] CustomerGroups { get; private set; } = [];

    public bool FirstOrderOnly { get; private set; }

    public PromotionAction Action { get; private set; }

    public int BasisPoints { get; private set; }

    public long Amount { get; private set; }

    public long? MaximumDiscount { get; private set; }

    public ActionDetails? Details { get; private set; }

    public int? TotalLimit { get; private set; }

    public int? PerCustomerLimit { get; private set; }

    public long? Budget { get; private set; }

    public int Priority { get; private set; }

    public bool Combinable { get; private set; }

    public string? ExclusionGroup { get; private set; }

    public PromotionStatus Status { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? ActivatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether nobody has to type anything for it.</summary>
    public bool IsAutomatic => CouponCode is null && !GeneratedCoupons;

    /// <summary>Whether the database has to be asked before it applies: for counters, or for what is known of the customer.</summary>
    public bool AsksForFacts =>
        TotalLimit is not null || PerCustomerLimit is not null || Budget is not null || FirstOrderOnly || CustomerGroups.Length > 0;

    /// <summary>A draft.</summary>
    public static Result<Promotion> Create(PromotionId id, PromotionTerms terms, DateTimeOffset now) =>
        TermsCheck.Of(terms) is { IsSuccess: false, Error: { } refusal } ? refusal : new Promotion(id, terms, now);

    public Result Change(PromotionTerms terms)
    {
        if (Status != PromotionStatus.Draft)
        {
            return PromotionErrors.NotDraft;
        }

        var check = TermsCheck.Of(terms);
        if (check.IsSuccess)
        {
            Take(terms);
            Touch();
        }

        return check;
    }

    public Result Activate(DateTimeOffset now)
    {
        if (Status != PromotionStatus.Draft)
        {
            return PromotionErrors.NotDraft;
        }

        if (EndsAt <= now)
        {
            return PromotionErrors.EndsTooEarly;
        }

        Status = PromotionStatus.Active;
        ActivatedAt = now;
        Touch();
        return Result.Success;
    }

    /// <summary>Ends it at once, also before it was active; what is reserved already stays so.</summary>
    public Result End(DateTimeOffset now)
    {
        if (Status == PromotionStatus.Ended)
        {
            return PromotionErrors.HasEnded;
        }

        Status = PromotionStatus.Ended;
        EndedAt = now;
        Touch();
        return Result.Success;
    }

    /// <summary>Whether it is for a line.</summary>
    public bool IsFor(BasketLine line)
    {
        if (Action == PromotionAction.Bundle)
        {
            return Details!.Bundle.Any(item => item.ProductId == line.ProductId);
        }

        if (CategoryIds.Length == 0 && ProductIds.Length == 0)
        {
            return true;
        }

        if (ProductIds.AsSpan().Contains(line.ProductId))
        {
            return true;
        }

        for (var i = 0; CategoryIds.Length > 0 && i < line.CategoryIds.Count; i++)
        {
            if (CategoryIds.AsSpan().Contains(line.CategoryIds[i]))
            {
                return true;
            }
        }

        return false;
    }

    private void Take(PromotionTerms terms)
    {
        Name = terms.Name;
        CouponCode = terms.CouponCode;
        GeneratedCoupons = terms.GeneratedCoupons;
        Currency = terms.Currency;
        StartsAt = terms.StartsAt;
        EndsAt = terms.EndsAt;
        MinimumSpend = terms.MinimumSpend;
        MinimumQuantity = terms.MinimumQuantity;
        CategoryIds = [.. terms.CategoryIds];
        ProductIds = [.. terms.ProductIds];
        CustomerGroups = [.. terms.CustomerGroups];
        FirstOrderOnly = terms.FirstOrderOnly;
        Action = terms.Action;
        BasisPoints = terms.BasisPoints;
        Amount = terms.Amount;
        MaximumDiscount = terms.MaximumDiscount;
        Details = terms.Details;
        TotalLimit = terms.TotalLimit;

        // Two first orders at once are still one first order: the customer's counter tells.
        PerCustomerLimit = terms.FirstOrderOnly ? 1 : terms.PerCustomerLimit;
        Budget = terms.Budget;
        Priority = terms.Priority;
        Combinable = terms.Combinable;
        ExclusionGroup = terms.ExclusionGroup;
    }
}
