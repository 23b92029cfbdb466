using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Domain;

/// <summary>Goods of an order on their way back, and the money for them.</summary>
internal sealed class Return : AggregateRoot<ReturnId>
{
    /// <summary>How long after delivery goods may come back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private readonly List<ReturnLine> _lines = [];

    private Return()
    {
    }

    private Return(ReturnId id)
        : base(id)
    {
    }

    public string Number { get; private init; } = "";

    public OrderId OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid PaymentId { get; private init; }

    public Guid CustomerId { get; private init; }

    public string Email { get; private init; } = "";

    public string Locale { get; private init; } = "";

    public Currency Currency { get; private init; }

    public PostalAddress Address { get; private init; } = null!;

    public string? Comment { get; private init; }

    public IReadOnlyList<ReturnLine> Lines => _lines;

    public ReturnStatus Status { get; private set; }

    public string? RejectionReason { get; private set; }

    public string? LabelUrl { get; private set; }

    public string? TrackingNumber { get; private set; }

    /// <summary>What is paid back, minor units; 0 until the inspection.</summary>
    public long RefundAmount { get; private set; }

    /// <summary>Why the refund failed; a stable code.</summary>
    public string? FailureCode { get; private set; }

    public DateTimeOffset RequestedAt { get; private init; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public int WeightGrams => _lines.Sum(line => line.WeightGrams);

    public static Result<Return> Request(
        ReturnId id, string number, SoldOrder order, Guid customerId, IReadOnlyList<WantedLine> wanted, string? comment, DateTimeOffset now)
    {
        if (!order.IsReturnable)
        {
            return ReturnErrors.NotShipped;
        }

        if (order.DeliveredAt + Window < now)
        {
            return ReturnErrors.TooLate;
        }

        if (order.PaymentId is not { } paymentId)
        {
            return ReturnErrors.NotPaid;
        }

        var request = new Return(id)
        {
            Number = number,
            OrderId = order.Id,
            OrderNumber = order.Number,
            PaymentId = paymentId,
            CustomerId = customerId,
            Email = order.Email,
            Locale = order.Locale,
            Currency = order.Currency,
            Address = order.Address,
            Comment = comment,
            RequestedAt = now,
        };
        request._lines.AddRange(wanted.Select(line => ReturnLine.Of(line, order.Lines.First(sold => sold.LineId == line.LineId))));
        request.Raise(new ReturnOpened(now));
        return request;
    }

    public Result Approve()
    {
        if (Status == ReturnStatus.Approved)
        {
            return Result.Success;
        }

        return Status == ReturnStatus.Requested ? Move(ReturnStatus.Approved) : ReturnErrors.NotAllowed(Status, "approved");
    }

    /// <summary>The customer may send the goods: with our label, or without where no carrier makes one.</summary>
    public Result SendLabel(string? labelUrl, string? trackingNumber, DateTimeOffset now)
    {
        if (Status != ReturnStatus.Approved)
        {
            return ReturnErrors.NotAllowed(Status, "labelled");
        }

        LabelUrl = labelUrl;
        TrackingNumber = trackingNumber;
        Raise(new ReturnAccepted(labelUrl, now));
        return Move(ReturnStatus.LabelSent);
    }

    public Result Reject(string reason, DateTimeOffset now)
    {
        if (Status != ReturnStatus.Requested)
        {
            return ReturnErrors.NotAllowed(Status, "rejected");
        }

        RejectionReason = reason;
        ClosedAt = now;
        Raise(new ReturnRefused(reason, now));
        return Move(ReturnStatus.Rejected);
    }

    public Result Cancel(DateTimeOffset now)
    {
        if (Status is not (ReturnStatus.Requested or ReturnStatus.Approved or ReturnStatus.LabelSent))
        {
            return ReturnErrors.NotAllowed(Status, "cancelled");
        }

        ClosedAt = now;
        return Move(ReturnStatus.Cancelled);
    }

    public Result Receive(DateTimeOffset now)
    {
        if (Status is not (ReturnStatus.Approved or ReturnStatus.LabelSent))
        {
            return ReturnErrors.NotAllowed(Status, "received");
        }

        ReceivedAt = now;
        Raise(new GoodsReceived(now));
        return Move(ReturnStatus.Received);
    }

    /// <summary>Takes over an inspection and asks for the money that the order's row says the units are worth.</summary>
    public Result Inspect(IReadOnlyList<InspectedLine> inspected, OrderReturns order, DateTimeOffset now)
    {
        if (Status != ReturnStatus.Received)
        {
            return ReturnErrors.NotAllowed(Status, "inspected");
        }

        var isComplete = inspected.All(line => _lines.Exists(returned => returned.LineId == line.LineId))
            && _lines.TrueForAll(line => inspected.Where(item => item.LineId == line.LineId).Sum(item => (long)item.Quantity) == line.Quantity);
        if (!isComplete)
        {
            return ReturnErrors.InspectionIncomplete;
        }

        foreach (var item in inspected)
        {
            _lines.First(line => line.LineId == item.LineId).Inspect(item.Outcome, item.Quantity);
        }

        if (_lines.Exists(line => line.Restocked > 0))
        {
            Raise(new GoodsRestocked(now));
        }

        RefundAmount = order.Refund(inspected);
        if (RefundAmount == 0)
        {
            ClosedAt = now;
            return Move(ReturnStatus.Closed);
        }

        Raise(new RefundDue(RefundAmount, now));
        return Move(ReturnStatus.Inspected);
    }

    public Result MarkRefunded(DateTimeOffset now)
    {
        if (Status is not (ReturnStatus.Inspected or ReturnStatus.RefundFailed))
        {
            return ReturnErrors.NotAllowed(Status, "refunded");
        }

        FailureCode = null;
        ClosedAt = now;
        Raise(new RefundDone(now));
        return Move(ReturnStatus.Refunded);
    }

    public Result MarkRefundFailed(string code)
    {
        if (Status != ReturnStatus.Inspected)
        {
            return ReturnErrors.NotAllowed(Status, "marked as not refunded");
        }

        FailureCode = code;
        return Move(ReturnStatus.RefundFailed);
    }

    private Result Move(ReturnStatus status)
    {
        Status = status;
        Touch();
        return Result.Success;
    }
}
