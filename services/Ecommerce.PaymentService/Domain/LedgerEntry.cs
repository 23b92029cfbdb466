namespace Ecommerce.PaymentService.Domain;

/// <summary>Money that moved. Entries are only ever added; one per payment, kind and request.</summary>
internal sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    public long Id { get; private init; }

    public LedgerKind Kind { get; private init; }

    public Guid RequestId { get; private init; }

    /// <summary>Minor units of the payment's currency.</summary>
    public long Amount { get; private init; }

    /// <summary>The provider's id of what it did.</summary>
    public string? ProviderReference { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static LedgerEntry Of(LedgerKind kind, Guid requestId, long amount, string? providerReference, DateTimeOffset at) =>
        new() { Kind = kind, RequestId = requestId, Amount = amount, ProviderReference = providerReference, At = at };
}
