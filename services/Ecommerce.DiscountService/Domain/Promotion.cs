using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Domain;

/// <summary>A coupon or an automatic promotion. Its terms are fixed: who wants others ends it and makes a new one.</summary>
internal sealed class Promotion : AggregateRoot<PromotionId>
{
    private Promotion()
    {
    }

    private Promotion(PromotionId id, PromotionTerms terms, DateTimeOffset now)
        : base(id)
    {
        Name = terms.Name;
        CouponCode = terms.CouponCode;
        Currency = terms.Currency;
        StartsAt = terms.StartsAt;
        EndsAt = terms.EndsAt;
        MinimumSpend = terms.MinimumSpend;
        CategoryIds = [.. terms.CategoryIds];
        ProductIds = [.. terms.ProductIds];
        Action = terms.Action;
        BasisPoints = terms.BasisPoints;
        Amount = terms.Amount;
        TotalLimit = terms.TotalLimit;
        PerCustomerLimit = terms.PerCustomerLimit;
        Priority = terms.Priority;
        Combinable = terms.Combinable;
        IsActive = true;
        CreatedAt = now;
    }

    public string Name { get; private init; } = "";

    public string? CouponCode { get; private init; }

    public Currency? Currency { get; private init; }

    public DateTimeOffset? StartsAt { get; private init; }

    public DateTimeOffset? EndsAt { get; private init; }

    public long MinimumSpend { get; private init; }

    public Guid[] CategoryIds { get; private init; } = [];

    public Guid[] ProductIds { get; private init; } = [];

    public PromotionAction Action { get; private init; }

    public int BasisPoints { get; private init; }

    public long Amount { get; private init; }

    public int? TotalLimit { get; private init; }

    public int? PerCustomerLimit { get; private init; }

    public int Priority { get; private init; }

    public bool Combinable { get; private init; }

    public bool IsActive { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? DeactivatedAt { get; private set; }

    public bool IsLimited => TotalLimit is not null || PerCustomerLimit is not null;

    public static Result<Promotion> Create(PromotionId id, PromotionTerms terms, DateTimeOffset now)
    {
        if (terms.Currency is null && (terms.MinimumSpend > 0 || terms.Action == PromotionAction.FixedAmount))
        {
            return PromotionErrors.CurrencyRequired;
        }

        var actionIsMeaningful = terms.Action switch
        {
            PromotionAction.Percentage => terms is { BasisPoints: >= 1 and <= 10_000, Amount: 0 },
            PromotionAction.FixedAmount => terms is { Amount: > 0, BasisPoints: 0 },
            PromotionAction.FreeShipping => terms is { Amount: 0, BasisPoints: 0 },
            _ => false,
        };
        if (!actionIsMeaningful)
        {
            return PromotionErrors.ActionInvalid;
        }

        return terms.EndsAt <= (terms.StartsAt ?? now) ? PromotionErrors.EndsTooEarly : new Promotion(id, terms, now);
    }

    public Result Deactivate(DateTimeOffset now)
    {
        if (!IsActive)
        {
            return PromotionErrors.NotActive;
        }

        IsActive = false;
        DeactivatedAt = now;
        Touch();
        return Result.Success;
    }

    /// <summary>Whether it is for a line.</summary>
    public bool IsFor(BasketLine line) =>
        (CategoryIds.Length == 0 && ProductIds.Length == 0)
        || ProductIds.Contains(line.ProductId)
        || line.CategoryIds.Any(category => CategoryIds.Contains(category));
}
