using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ShippingService.Domain;

/// <summary>Goods of an order on their way. Its status only ever goes forward; late news changes nothing.</summary>
internal sealed class Shipment : AggregateRoot<ShipmentId>
{
    /// <summary>How long a parcel may be silent before the carrier is asked.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(6);

    private Shipment()
    {
    }

    private Shipment(ShipmentId id)
        : base(id)
    {
    }

    public Guid OrderId { get; private init; }

    /// <summary>First, second … of its order.</summary>
    public int Sequence { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid? CustomerId { get; private init; }

    public string Email { get; private init; } = "";

    public string Locale { get; private init; } = "";

    public IReadOnlyList<ShipmentLine> Lines { get; private init; } = [];

    public PostalAddress Destination { get; private init; } = null!;

    public string MethodCode { get; private init; } = "";

    public string MethodName { get; private init; } = "";

    public int WeightGrams { get; private init; }

    public ShipmentStatus Status { get; private set; }

    /// <summary>The carrier's words on the status, or null.</summary>
    public string? Detail { get; private set; }

    public string? Carrier { get; private set; }

    public string? TrackingNumber { get; private set; }

    public string? TrackingUrl { get; private set; }

    public string? LabelUrl { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The time of the carrier's newest news.</summary>
    public DateTimeOffset? TrackedAt { get; private set; }

    /// <summary>When the carrier is asked; null where there is nothing to ask.</summary>
    public DateTimeOffset? NextTrackAt { get; private set; }

    public bool IsOver => Status is ShipmentStatus.Delivered or ShipmentStatus.ReturnedToSender or ShipmentStatus.Cancelled;

    public bool IsUndispatched => Status is ShipmentStatus.Created or ShipmentStatus.Labelled;

    public static Shipment Create(ShipmentId id, ShipmentDraft draft, DateTimeOffset now) => new(id)
    {
        OrderId = draft.OrderId,
        Sequence = draft.Sequence,
        OrderNumber = draft.OrderNumber,
        CustomerId = draft.CustomerId,
        Email = draft.Email,
        Locale = draft.Locale,
        Lines = draft.Lines,
        Destination = draft.Destination,
        MethodCode = draft.MethodCode,
        MethodName = draft.MethodName,
        WeightGrams = draft.WeightGrams,
        CreatedAt = now,
    };

    public Result AttachLabel(BoughtLabel label, DateTimeOffset now)
    {
        if (Status == ShipmentStatus.Labelled)
        {
            return Result.Success;
        }

        if (Status != ShipmentStatus.Created)
        {
            return ShippingErrors.NotAllowed(Status, "labelled");
        }

        Carrier = label.Carrier;
        TrackingNumber = label.TrackingNumber;
        TrackingUrl = label.TrackingUrl;
        LabelUrl = label.LabelUrl;
        Move(ShipmentStatus.Labelled, null, now);
        return Result.Success;
    }

    public Result Dispatch(DateTimeOffset now)
    {
        if (Status != ShipmentStatus.Labelled)
        {
            return ShippingErrors.NotAllowed(Status, "dispatched");
        }

        Leave(now);
        return Result.Success;
    }

    public Result Cancel(DateTimeOffset now)
    {
        if (!IsUndispatched)
        {
            return ShippingErrors.NotAllowed(Status, "cancelled");
        }

        Move(ShipmentStatus.Cancelled, null, now);
        return Result.Success;
    }

    /// <summary>Takes over what the carrier says, unless it is older than what is known or leads back.</summary>
    public void Track(ParcelNews news, DateTimeOffset now)
    {
        NextTrackAt = IsOver || IsUndispatched ? null : now + Silence;
        Touch();
        var isForward = news.Status > Status || (Status == ShipmentStatus.Exception && news.At > TrackedAt);
        if (IsOver || Status == ShipmentStatus.Created || news.Status < ShipmentStatus.InTransit || news.At < TrackedAt || !isForward)
        {
            return;
        }

        if (Status == ShipmentStatus.Labelled)
        {
            // The carrier has it, though nobody here said so.
            Leave(now);
        }

        TrackedAt = news.At;
        Move(news.Status, news.Detail, now);
        if (Status == ShipmentStatus.Delivered)
        {
            DeliveredAt = news.At;
            Raise(new ShipmentArrived(news.At));
        }

        NextTrackAt = IsOver ? null : now + Silence;
    }

    private void Leave(DateTimeOffset now)
    {
        DispatchedAt = now;
        NextTrackAt = now + Silence;
        Raise(new ShipmentLeft(now));
        Move(ShipmentStatus.Dispatched, null, now);
    }

    private void Move(ShipmentStatus status, string? detail, DateTimeOffset now)
    {
        Status = status;
        Detail = detail;
        Raise(new ShipmentMoved(status, detail, now));
        Touch();
    }
}
