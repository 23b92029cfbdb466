using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api;

internal static class InternalEndpoints
{
    public static void MapInternalEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/v1").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        group.MapPost("/variants/lookup", LookUpAsync).WithName("LookUpVariants").WithSummary("What the catalogue knows of some articles.");
        group.MapPost("/reservations", ReserveAsync).WithName("ReserveStock").WithSummary("Holds stock for an order: all lines or none, once.");
        group.MapPost("/reservations/{id:guid}/release", ReleaseAsync).WithName("ReleaseStock").WithSummary("Gives held stock back.");
        group.MapPost("/reservations/{id:guid}/commit", CommitAsync).WithName("CommitStock").WithSummary("Takes held stock out for good.");
    }

    private static async Task<Ok<VariantLookupResponse>> LookUpAsync(VariantLookupRequest request, ICatalogueReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(new VariantLookupResponse(await reader.LookUpAsync(request.Skus, request.Currency, cancellationToken)));

    private static async Task<Results<Ok<ReservationDto>, ProblemHttpResult>> ReserveAsync(
        ReserveStockRequest request, IInventory inventory, CancellationToken cancellationToken)
    {
        // Repeated articles are one need: checked apart, two lines could each be met and both not.
        var quantities = request.Lines.GroupBy(line => line.Sku).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        var reserved = await inventory.ReserveAsync(request.ReservationId, quantities, request.ExpiresAt, cancellationToken);
        return reserved.Error is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(new ReservationDto(request.ReservationId, reserved.Value.ToString().ToLowerInvariant(), request.ExpiresAt));
    }

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
}
