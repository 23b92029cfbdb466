using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Api;

internal sealed record DataRequestPartResponse(string Service, DataRequestPartState State, DateTimeOffset? AnsweredAt);
