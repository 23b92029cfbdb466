namespace Ecommerce.OrderService.Api;

internal sealed record HistoryEntryResponse(DateTimeOffset At, string What, string? Detail);
