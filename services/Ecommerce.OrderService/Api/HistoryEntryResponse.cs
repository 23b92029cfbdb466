namespace Ecommerce.OrderService.Api;

/// <summary>Something that happened to an order.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">placed, confirmed, dispatched and so on.</param>
/// <param name="Detail">A stable code, or null.</param>
/// <param name="Actor">Who did it; told to staff only.</param>
internal sealed record HistoryEntryResponse(DateTimeOffset At, string What, string? Detail, string? Actor);
