using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Api;

internal sealed record DataRequestResponse(
    Guid Id,
    Guid CustomerId,
    DataRequestKind Kind,
    DataRequestState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? CompletedAt,
    IReadOnlyList<DataRequestPartResponse> Services)
{
    public static DataRequestResponse Of(DataRequest request) => new(
        request.Id, request.CustomerId, request.Kind, request.State, request.RequestedAt, request.DueAt, request.CompletedAt,
        [.. request.Parts.OrderBy(part => part.Service, StringComparer.Ordinal).Select(part => new DataRequestPartResponse(part.Service, part.State, part.AnsweredAt))]);
}
