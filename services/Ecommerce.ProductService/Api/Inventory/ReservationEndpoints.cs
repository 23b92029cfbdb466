using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Inventory;

internal static class ReservationEndpoints
{
    public static void MapReservationEndpoints(this IEndpointRouteBuilder app)
    {
        var reservations = app.MapGroup("/internal/v1/reservations").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        reservations.MapPost("/", ReserveAsync).WithName("ReserveStock").WithSummary("Holds stock for an order: all lines or none, once.");
        reservations.MapGet("/{id:guid}", GetAsync).WithName("GetReservation").WithSummary("What an order holds, and where it is.");
        reservations.MapPost("/{id:guid}/release", ReleaseAsync).WithName("ReleaseStock").WithSummary("Gives held stock back.");
        reservations.MapPost("/{id:guid}/commit", CommitAsync).WithName("CommitStock").WithSummary("Takes held stock out for good.");
    }

    private static async Task<Results<Ok<ReservationDto>, ProblemHttpResult>> ReserveAsync(
        ReserveStockRequest request, IInventory inventory, CancellationToken cancellationToken)
    {
        // Repeated articles are one need: checked apart, two lines could each be met and both not.
        var quantities = request.Lines.GroupBy(line => line.Sku).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        var reserved = await inventory.ReserveAsync(request.ReservationId, quantities, request.ExpiresAt, cancellationToken);
        return reserved.Error is { } refusal ? refusal.ToProblem() : TypedResults.Ok(Dto(request.ReservationId, reserved.Value!, request.ExpiresAt));
    }

    private static async Task<Results<Ok<ReservationDto>, ProblemHttpResult>> GetAsync(Guid id, IInventoryReader reader, CancellationToken cancellationToken) =>
        await reader.FindReservationAsync(id, cancellationToken) is { } found
            ? TypedResults.Ok(Dto(id, found.Reservation, found.ExpiresAt))
            : InventoryErrors.ReservationNotFound.ToProblem();

    private static async Task<NoContent> ReleaseAsync(Guid id, IInventory inventory, CancellationToken cancellationToken)
    {
        await inventory.ReleaseAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CommitAsync(Guid id, IInventory inventory, CancellationToken cancellationToken)
    {
        var committed = await inventory.CommitAsync(id, cancellationToken);
        return committed.IsSuccess ? TypedResults.NoContent() : committed.Error.ToProblem();
    }

    private static ReservationDto Dto(Guid id, ReservationView reservation, DateTimeOffset expiresAt) => new(
        id, reservation.Status.ToString().ToLowerInvariant(), expiresAt,
        [.. reservation.Lines.Select(line => new ReservedStockDto(line.Sku, line.Location, line.Quantity))]);
}
