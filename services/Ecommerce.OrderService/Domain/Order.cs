using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Domain;

/// <summary>An order and its checkout. Three axes (life, money, goods), each changed here and nowhere else.</summary>
internal sealed class Order : AggregateRoot<OrderId>
{
    /// <summary>How long a step may take before the worker takes the checkout over.</summary>
    public static readonly TimeSpan StepLease = TimeSpan.FromSeconds(20);

    /// <summary>How long a buyer has for 3-D Secure or an approval.</summary>
    public static readonly TimeSpan PaymentWindow = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderHistoryEntry> _history = [];

    private Order()
    {
    }

    private Order(OrderDraft draft, DateTimeOffset now)
        : base(draft.Id)
    {
        Number = draft.Number;
        CartId = draft.CartId;
        CartVersion = draft.CartVersion;
        CustomerId = draft.CustomerId;
        Email = draft.Email;
        Locale = draft.Locale;
        Currency = draft.Currency;
        Subtotal = draft.Totals.Subtotal;
        Discount = draft.Totals.Discount;
        Shipping = draft.Totals.Shipping;
        ShippingDiscount = draft.ShippingDiscount;
        ShippingTax = draft.Totals.ShippingTax;
        Tax = draft.Totals.Tax;
        TaxIncluded = draft.Totals.TaxIncluded;
        Total = draft.Totals.Total;
        ShippingAddress = draft.ShippingAddress;
        BillingAddress = draft.BillingAddress;
        ShippingChoice = draft.Shipping;
        Discounts = draft.Discounts;
        Payment = draft.Payment;
        PlacedAt = now;
        _lines.AddRange(draft.Lines.Select(OrderLine.Of));
        NextStepAt = now + StepLease;
    }

    public string Number { get; private init; } = "";

    public Guid CartId { get; private init; }

    public int CartVersion { get; private init; }

    public Guid? CustomerId { get; private init; }

    public string Email { get; private init; } = "";

    public string Locale { get; private init; } = "";

    public Currency Currency { get; private init; }

    public long Subtotal { get; private init; }

    public long Discount { get; private init; }

    public long Shipping { get; private init; }

    public long ShippingDiscount { get; private init; }

    public long ShippingTax { get; private init; }

    public long Tax { get; private init; }

    public bool TaxIncluded { get; private init; }

    public long Total { get; private init; }

    public PostalAddress ShippingAddress { get; private init; } = null!;

    public PostalAddress BillingAddress { get; private init; } = null!;

    public ShippingChoice ShippingChoice { get; private init; } = null!;

    public IReadOnlyList<AppliedDiscount> Discounts { get; private init; } = [];

    public PaymentChoice Payment { get; private init; } = null!;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public IReadOnlyList<OrderHistoryEntry> History => _history;

    public OrderStatus Status { get; private set; }

    public OrderPaymentStatus PaymentStatus { get; private set; }

    public FulfilmentStatus FulfilmentStatus { get; private set; }

    public CheckoutStep Step { get; private set; }

    /// <summary>When the worker looks after the checkout; null where there is nothing left to do.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    public int StepAttempts { get; private set; }

    /// <summary>Where the buyer has to go, while the payment waits for them.</summary>
    public string? NextActionUrl { get; private set; }

    /// <summary>Why the order died; a stable code.</summary>
    public string? FailureCode { get; private set; }

    public long CaptureRequestedTotal { get; private set; }

    public long CapturedTotal { get; private set; }

    public long RefundedTotal { get; private set; }

    public DateTimeOffset PlacedAt { get; private init; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>When the first dispatch was approved; from then on the order cannot be cancelled.</summary>
    public DateTimeOffset? DispatchApprovedAt { get; private set; }

    public bool IsDead => Status is OrderStatus.Cancelled or OrderStatus.Expired;

    public static Order Place(OrderDraft draft, string actor, DateTimeOffset now)
    {
        var order = new Order(draft, now);
        order.Note(now, actor, "placed", null);
        return order;
    }

    public Result MarkReserved(DateTimeOffset now)
    {
        if (Step != CheckoutStep.Prepared)
        {
            return OrderErrors.NotAllowed(Status, "reserved");
        }

        Advance(CheckoutStep.Reserved, now + StepLease);
        return Result.Success;
    }

    public Result AwaitPayment(string nextActionUrl, DateTimeOffset now)
    {
        if (Step != CheckoutStep.Reserved || Status != OrderStatus.Pending)
        {
            return OrderErrors.NotAllowed(Status, "put to the buyer");
        }

        Status = OrderStatus.AwaitingPayment;
        NextActionUrl = nextActionUrl;
        Advance(Step, now + PaymentWindow);
        Note(now, "system", "awaitingPayment", null);
        return Result.Success;
    }

    public Result MarkAuthorized(DateTimeOffset now)
    {
        if (Step != CheckoutStep.Reserved || IsDead)
        {
            return OrderErrors.NotAllowed(Status, "authorized");
        }

        PaymentStatus = OrderPaymentStatus.Authorized;
        NextActionUrl = null;
        Advance(CheckoutStep.Authorized, now + StepLease);
        return Result.Success;
    }

    public Result Confirm(DateTimeOffset now)
    {
        if (Step != CheckoutStep.Authorized)
        {
            return OrderErrors.NotAllowed(Status, "confirmed");
        }

        Status = OrderStatus.Confirmed;
        ConfirmedAt = now;
        Advance(CheckoutStep.Confirmed, null);
        Note(now, "system", "confirmed", null);
        Raise(new OrderConfirmed(now));
        return Result.Success;
    }

    /// <summary>Ends a checkout that a step refused, or whose buyer did not come back; everything is then given back.</summary>
    public Result Fail(string code, bool expired, DateTimeOffset now)
    {
        if (Step is not (CheckoutStep.Prepared or CheckoutStep.Reserved or CheckoutStep.Authorized))
        {
            return OrderErrors.NotAllowed(Status, "refused");
        }

        Die(expired ? OrderStatus.Expired : OrderStatus.Cancelled, code, "system", now);
        return Result.Success;
    }

    public Result Cancel(string reason, string actor, DateTimeOffset now)
    {
        if (Status is not (OrderStatus.AwaitingPayment or OrderStatus.Confirmed))
        {
            return OrderErrors.NotAllowed(Status, "cancelled");
        }

        if (DispatchApprovedAt is not null || _lines.Any(line => line.DispatchedQuantity > 0))
        {
            return OrderErrors.AlreadyDispatched;
        }

        Die(OrderStatus.Cancelled, reason, actor, now);
        return Result.Success;
    }

    public Result MarkReleased(bool moneyWasHeld, DateTimeOffset now)
    {
        if (Step != CheckoutStep.Releasing)
        {
            return OrderErrors.NotAllowed(Status, "released");
        }

        PaymentStatus = CapturedTotal > 0 ? OrderPaymentStatus.Refunded
            : moneyWasHeld ? OrderPaymentStatus.Voided
            : OrderPaymentStatus.Failed;
        Advance(CheckoutStep.Released, null);
        Note(now, "system", "released", null);
        Raise(new OrderReleased(now, ConfirmedAt is not null, FailureCode ?? "order.cancelled"));
        return Result.Success;
    }

    /// <summary>Puts the next attempt off after an outage; the wait doubles up to five minutes.</summary>
    public void Postpone(DateTimeOffset now)
    {
        StepAttempts++;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(StepAttempts, 16)));
        NextStepAt = now + (wait < LongestWait ? wait : LongestWait);
        Touch();
    }

    /// <summary>Nobody waits for the next step: the worker takes it at once.</summary>
    public void HandToWorker(DateTimeOffset now) => NextStepAt = now;

    /// <summary>
    /// Approves the dispatch of a shipment. If a cancellation is requested at the same time, the first commit wins, because both are decided
    /// here and nowhere else.
    /// </summary>
    public Result ApproveDispatch(DateTimeOffset now)
    {
        if (Status is not (OrderStatus.Confirmed or OrderStatus.Completed))
        {
            return OrderErrors.NotAllowed(Status, "dispatched");
        }

        if (DispatchApprovedAt is null)
        {
            DispatchApprovedAt = now;
            Note(now, "system", "dispatchApproved", null);
            Touch();
        }

        return Result.Success;
    }

    /// <summary>Goods left the house: asks for the money that they cost.</summary>
    /// <param name="shipmentId">Makes the capture happen once.</param>
    /// <param name="dispatched">Order line and units.</param>
    /// <param name="now">The time.</param>
    public void RecordDispatch(Guid shipmentId, IReadOnlyList<(Guid LineId, int Quantity)> dispatched, DateTimeOffset now)
    {
        foreach (var (lineId, quantity) in dispatched)
        {
            _lines.Find(line => line.Id == lineId)?.Dispatch(quantity);
        }

        FulfilmentStatus = FulfilmentSoFar();
        Touch();
        if (IsDead)
        {
            // The parcel crossed the cancellation. There is no money to take any more; staff see it in the history.
            Note(now, "system", "dispatchedAfterCancellation", null);
            return;
        }

        var due = CaptureDueFor(complete: _lines.TrueForAll(line => line.DispatchedQuantity == line.Quantity));
        if (due > 0)
        {
            CaptureRequestedTotal += due;
            Raise(new CaptureDue(shipmentId, due, now));
        }

        Note(now, "system", "dispatched", null);
    }

    public void RecordDelivery(IReadOnlyList<(Guid LineId, int Quantity)> delivered, DateTimeOffset now)
    {
        foreach (var (lineId, quantity) in delivered)
        {
            _lines.Find(line => line.Id == lineId)?.Deliver(quantity);
        }

        FulfilmentStatus = FulfilmentSoFar();
        if (_lines.TrueForAll(line => line.DeliveredQuantity == line.Quantity))
        {
            DeliveredAt ??= now;
        }

        Note(now, "system", "delivered", null);
        CompleteIfDone(now);
        Touch();
    }

    public void RecordReturn(IReadOnlyList<(Guid LineId, int Quantity)> returned, DateTimeOffset now)
    {
        foreach (var (lineId, quantity) in returned)
        {
            _lines.Find(line => line.Id == lineId)?.Return(quantity);
        }

        FulfilmentStatus = FulfilmentSoFar();
        Note(now, "system", "returned", null);
        Touch();
    }

    /// <summary>The total, and not the step, is taken over: a repeated or late message changes nothing.</summary>
    public void RecordCaptured(long capturedTotal, DateTimeOffset now)
    {
        CapturedTotal = Math.Max(CapturedTotal, capturedTotal);
        if (RefundedTotal == 0 && !IsDead)
        {
            PaymentStatus = CapturedTotal >= Total ? OrderPaymentStatus.Paid : OrderPaymentStatus.PartiallyPaid;
        }

        Note(now, "system", "captured", null);
        CompleteIfDone(now);
        Touch();
    }

    public void RecordRefunded(long refundedTotal, DateTimeOffset now)
    {
        RefundedTotal = Math.Max(RefundedTotal, refundedTotal);
        PaymentStatus = RefundedTotal >= Total ? OrderPaymentStatus.Refunded : OrderPaymentStatus.PartiallyRefunded;
        Note(now, "system", "refunded", null);
        Touch();
    }

    // From what was counted, so that it does not matter in which order several parcels leave, arrive and come back.
    private FulfilmentStatus FulfilmentSoFar() =>
        _lines.TrueForAll(line => line.ReturnedQuantity == line.Quantity) ? FulfilmentStatus.Returned
        : _lines.Exists(line => line.ReturnedQuantity > 0) ? FulfilmentStatus.PartiallyReturned
        : _lines.TrueForAll(line => line.DeliveredQuantity == line.Quantity) ? FulfilmentStatus.Delivered
        : _lines.TrueForAll(line => line.DispatchedQuantity == line.Quantity) ? FulfilmentStatus.Fulfilled
        : _lines.Exists(line => line.DispatchedQuantity > 0) ? FulfilmentStatus.PartiallyFulfilled
        : FulfilmentStatus.Unfulfilled;

    private long CaptureDueFor(bool complete)
    {
        // The first parcel carries the shipping price; the last one brings the sum to the total, to the cent.
        if (complete)
        {
            return Total - CaptureRequestedTotal;
        }

        var goods = _lines.Sum(line => Allocation.Split(line.Total, [line.DispatchedQuantity, line.Quantity - line.DispatchedQuantity])[0]);
        var shipping = Total - _lines.Sum(line => line.Total);
        return Math.Max(0, goods + shipping - CaptureRequestedTotal);
    }

    private void CompleteIfDone(DateTimeOffset now)
    {
        if (Status == OrderStatus.Confirmed && DeliveredAt is not null && CapturedTotal >= Total)
        {
            Status = OrderStatus.Completed;
            Note(now, "system", "completed", null);
            Raise(new OrderCompleted(now));
        }
    }

    private void Die(OrderStatus status, string code, string actor, DateTimeOffset now)
    {
        Status = status;
        FailureCode = code;
        NextActionUrl = null;
        Advance(CheckoutStep.Releasing, now + StepLease);
        Note(now, actor, status == OrderStatus.Expired ? "expired" : "cancelled", code);
    }

    private void Advance(CheckoutStep step, DateTimeOffset? next)
    {
        Step = step;
        NextStepAt = next;
        StepAttempts = 0;
        Touch();
    }

    private void Note(DateTimeOffset now, string actor, string what, string? detail) =>
        _history.Add(OrderHistoryEntry.Of(now, actor, what, detail));
}
