using Ecommerce.Contracts;
using Ecommerce.ReturnService.Application;
using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Api;

/// <summary>A return.</summary>
internal sealed record ReturnResponse(
    Guid Id,
    string Number,
    Guid OrderId,
    string OrderNumber,
    ReturnStatus Status,
    IReadOnlyList<ReturnLineResponse> Lines,
    string? Comment,
    string? RejectionReason,
    string? LabelUrl,
    string? TrackingNumber,
    MoneyDto Refund,
    string? FailureCode,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? ClosedAt)
{
    public static ReturnResponse Of(Return request) => new(
        request.Id.Value,
        request.Number,
        request.OrderId.Value,
        request.OrderNumber,
        request.Status,
        [
            .. request.Lines.Select(line => new ReturnLineResponse(
                line.LineId, line.Sku, line.Name, line.Quantity, line.Reason, line.Restocked, line.Scrapped, line.Rejected)),
        ],
        request.Comment,
        request.RejectionReason,
        request.LabelUrl,
        request.TrackingNumber,
        request.MoneyOf(request.RefundAmount),
        request.FailureCode,
        request.RequestedAt,
        request.ReceivedAt,
        request.ClosedAt);
}
