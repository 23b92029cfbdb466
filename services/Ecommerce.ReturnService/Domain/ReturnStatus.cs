using Ecommerce.Contracts.Payment;

namespace Ecommerce.ReturnService.Domain;

/// <summary>The life of a return.</summary>
internal enum ReturnStatus
{
    Requested,
    Approved,
    LabelSent,
    Received,

    /// <summary>Looked at; the refund is under way.</summary>
    Inspected,
    Refunded,

    /// <summary>The provider refuses the refund; staff have to look.</summary>
    RefundFailed,

    /// <summary>Looked at, and nothing is to be paid back.</summary>
    Closed,
    Rejected,
    Cancelled,
}
