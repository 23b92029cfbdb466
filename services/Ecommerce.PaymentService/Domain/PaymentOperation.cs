namespace Ecommerce.PaymentService.Domain;

/// <summary>
/// Something that the provider is to do. Stored before the provider hears of it and repeated with the same key until its
/// outcome is known; a payment's operations run one after the other, in the order in which they were asked for.
/// </summary>
internal sealed class PaymentOperation
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private PaymentOperation()
    {
    }

    public long Position { get; private init; }

    public PaymentId PaymentId { get; private init; }

    public OperationKind Kind { get; private init; }

    /// <summary>The shipment, the return or the payment that asks.</summary>
    public Guid RequestId { get; private init; }

    /// <summary>Minor units; 0 for a void.</summary>
    public long Amount { get; private init; }

    public OperationState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset RequestedAt { get; private init; }

    public string? FailureCode { get; private set; }

    public static PaymentOperation Request(PaymentId paymentId, OperationKind kind, Guid requestId, long amount, DateTimeOffset now) => new()
    {
        PaymentId = paymentId,
        Kind = kind,
        RequestId = requestId,
        Amount = amount,
        RequestedAt = now,
        NextAttemptAt = now,
    };

    public void Complete() => State = OperationState.Done;

    public void Refuse(string code)
    {
        State = OperationState.Refused;
        FailureCode = code;
    }

    public void Postpone(DateTimeOffset now)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts, 16)));
        Attempts++;
        NextAttemptAt = now + (wait < LongestWait ? wait : LongestWait);
    }
}
