namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record MovementView(
    long Id, string Location, string Kind, int OnHandChange, int ReservedChange, Guid Reference, string? Reason, string? Actor, DateTimeOffset At);
