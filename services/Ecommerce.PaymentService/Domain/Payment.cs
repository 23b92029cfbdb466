using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.PaymentService.Domain;

/// <summary>A buyer's payment for one order. Its ledger says what happened to the money; the totals are sums of the ledger.</summary>
internal sealed class Payment : AggregateRoot<PaymentId>
{
    /// <summary>How long the authorize call has before somebody else asks for its outcome.</summary>
    public static readonly TimeSpan CallLease = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly List<LedgerEntry> _ledger = [];

    private Payment()
    {
    }

    private Payment(PaymentId id)
        : base(id)
    {
    }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid? CustomerId { get; private init; }

    public string Email { get; private init; } = "";

    public long Amount { get; private init; }

    public Currency Currency { get; private init; }

    public string Provider { get; private init; } = "";

    /// <summary>The provider's token for the buyer's method; never a card number.</summary>
    public string Method { get; private init; } = "";

    public string? ReturnUrl { get; private init; }

    public PaymentStatus Status { get; private set; }

    /// <summary>The provider's id of the payment; null until it is known.</summary>
    public string? ProviderReference { get; private set; }

    public string? NextActionUrl { get; private set; }

    /// <summary>Why it failed; a stable code.</summary>
    public string? FailureCode { get; private set; }

    public long AuthorizedTotal { get; private set; }

    public long CapturedTotal { get; private set; }

    public long RefundedTotal { get; private set; }

    /// <summary>When the provider is asked for the outcome; null where it is known.</summary>
    public DateTimeOffset? ResolveAt { get; private set; }

    public int ResolveAttempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public IReadOnlyList<LedgerEntry> Ledger => _ledger;

    public bool IsOpen => Status is PaymentStatus.Pending or PaymentStatus.RequiresAction;

    public bool HoldsNothing => Status is PaymentStatus.Voided or PaymentStatus.Refunded or PaymentStatus.Failed;

    public static Payment Begin(PaymentDraft draft, DateTimeOffset now) => new(draft.Id)
    {
        OrderId = draft.OrderId,
        OrderNumber = draft.OrderNumber,
        CustomerId = draft.CustomerId,
        Email = draft.Email,
        Amount = draft.Amount.Amount,
        Currency = draft.Amount.Currency,
        Provider = draft.Provider,
        Method = draft.Method,
        ReturnUrl = draft.ReturnUrl,
        CreatedAt = now,
        ResolveAt = now + CallLease,
    };

    /// <summary>Notes that a payment was given up before it was begun, so that a late authorization is refused.</summary>
    public static Payment Tombstone(PaymentId id, Guid orderId, Currency currency, DateTimeOffset now) =>
        new(id) { OrderId = orderId, Currency = currency, Status = PaymentStatus.Voided, CreatedAt = now };

    public bool Has(LedgerKind kind, Guid requestId) => _ledger.Exists(entry => entry.Kind == kind && entry.RequestId == requestId);

    /// <summary>Takes over what the provider says. What is known already changes nothing, in whatever order answers come.</summary>
    /// <param name="answer">The provider's view.</param>
    /// <param name="announce">Whether others have to hear of it: nobody waits for the answer.</param>
    /// <param name="now">The time.</param>
    public void Apply(ProviderPayment answer, bool announce, DateTimeOffset now)
    {
        ProviderReference ??= answer.Reference;
        switch (answer.State)
        {
            case ProviderState.Authorized or ProviderState.Captured when IsOpen:
                Authorize(announce, now);
                break;
            case ProviderState.RequiresAction when IsOpen:
                Status = PaymentStatus.RequiresAction;
                NextActionUrl = answer.NextActionUrl;
                Postpone(now);
                break;
            case ProviderState.Declined when IsOpen:
                Fail(answer.FailureCode ?? PaymentErrors.Declined, announce, now);
                break;
            case ProviderState.Cancelled when IsOpen:
                Fail(PaymentErrors.Cancelled, announce, now);
                break;
            case ProviderState.Cancelled when Status == PaymentStatus.Authorized:
                // The provider gave the reservation up: it ran out, or someone cancelled it there.
                RecordVoided(Id.Value, now);
                break;
            case ProviderState.Processing when IsOpen:
                Postpone(now);
                break;
            default:
                ResolveAt = null;
                Touch();
                break;
        }
    }

    public Result Fail(string code, bool announce, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return PaymentErrors.NotAllowed(Status, "failed");
        }

        Close(PaymentStatus.Failed);
        FailureCode = code;
        if (announce)
        {
            Raise(new AuthorizationFailed(code, now));
        }

        return Result.Success;
    }

    /// <summary>Puts the next question to the provider off; the wait doubles up to five minutes.</summary>
    public void Postpone(DateTimeOffset now)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(ResolveAttempts, 16)));
        ResolveAttempts++;
        ResolveAt = now + (wait < LongestWait ? wait : LongestWait);
        Touch();
    }

    public Result RecordCaptured(Guid requestId, long amount, string? reference, DateTimeOffset now)
    {
        if (Has(LedgerKind.Captured, requestId))
        {
            return Result.Success;
        }

        if (Status is not (PaymentStatus.Authorized or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded))
        {
            return PaymentErrors.NotAllowed(Status, "captured");
        }

        Enter(LedgerKind.Captured, requestId, amount, reference, now);
        CapturedTotal += amount;
        Settle();
        Raise(new MoneyCaptured(requestId, amount, CapturedTotal, now));
        return Result.Success;
    }

    public Result RecordRefunded(Guid requestId, long amount, string? reference, DateTimeOffset now)
    {
        if (Has(LedgerKind.Refunded, requestId))
        {
            return Result.Success;
        }

        if (RefundedTotal + amount > CapturedTotal)
        {
            return PaymentErrors.NotAllowed(Status, "refunded that much");
        }

        Enter(LedgerKind.Refunded, requestId, amount, reference, now);
        RefundedTotal += amount;
        Settle();
        Raise(new MoneyRefunded(requestId, amount, RefundedTotal, now));
        return Result.Success;
    }

    public Result RecordVoided(Guid requestId, DateTimeOffset now)
    {
        if (Status == PaymentStatus.Voided)
        {
            return Result.Success;
        }

        if (!IsOpen && Status != PaymentStatus.Authorized)
        {
            return PaymentErrors.NotAllowed(Status, "voided");
        }

        Enter(LedgerKind.Voided, requestId, AuthorizedTotal, ProviderReference, now);
        Close(PaymentStatus.Voided);
        Raise(new AuthorizationVoided(now));
        return Result.Success;
    }

    /// <summary>Tells the one who asked that a refund is refused for good.</summary>
    public void RefuseRefund(Guid requestId, string code, DateTimeOffset now)
    {
        Raise(new RefundRefused(requestId, code, now));
        Touch();
    }

    private void Authorize(bool announce, DateTimeOffset now)
    {
        Enter(LedgerKind.Authorized, Id.Value, Amount, ProviderReference, now);
        AuthorizedTotal = Amount;
        Close(PaymentStatus.Authorized);
        if (announce)
        {
            Raise(new MoneyAuthorized(Amount, now));
        }
    }

    private void Settle()
    {
        Status = RefundedTotal == 0 ? (CapturedTotal == AuthorizedTotal ? PaymentStatus.Captured : PaymentStatus.PartiallyCaptured)
            : RefundedTotal == CapturedTotal ? PaymentStatus.Refunded
            : PaymentStatus.PartiallyRefunded;
    }

    private void Close(PaymentStatus status)
    {
        Status = status;
        NextActionUrl = null;
        ResolveAt = null;
        Touch();
    }

    private void Enter(LedgerKind kind, Guid requestId, long amount, string? reference, DateTimeOffset now)
    {
        _ledger.Add(LedgerEntry.Of(kind, requestId, amount, reference, now));
        Touch();
    }
}
