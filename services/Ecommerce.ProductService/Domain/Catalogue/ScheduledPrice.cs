namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>A sale: another price for a while. The sales of a variant in one currency never overlap.</summary>
internal sealed class ScheduledPrice
{
    private ScheduledPrice()
    {
    }

    public Guid Id { get; private init; }

    public string Currency { get; private init; } = "";

    public long Amount { get; private init; }

    public DateTimeOffset StartsAt { get; private init; }

    /// <summary>The first moment after it; null where it is open.</summary>
    public DateTimeOffset? EndsAt { get; private init; }

    /// <summary>When its begin was told to others; null before. Of one that is set to begin later, written by the database alone.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public static ScheduledPrice Of(Guid id, string currency, long amount, DateTimeOffset startsAt, DateTimeOffset? endsAt) =>
        new() { Id = id, Currency = currency, Amount = amount, StartsAt = startsAt, EndsAt = endsAt };

    public void Begin(DateTimeOffset now) => BegunAt = now;

    public bool IsAt(DateTimeOffset now) => StartsAt <= now && (EndsAt is null || now < EndsAt);

    public bool Overlaps(DateTimeOffset startsAt, DateTimeOffset? endsAt) => (endsAt is null || StartsAt < endsAt) && (EndsAt is null || startsAt < EndsAt);
}
