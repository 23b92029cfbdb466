using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.DispatchShipment;
using Ecommerce.ShippingService.Application.Labels;
using Ecommerce.ShippingService.Application.ReadShipments;
using Ecommerce.ShippingService.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ShippingService.Api;

internal static class ShipmentEndpoints
{
    public static void MapShipmentEndpoints(this IEndpointRouteBuilder app)
    {
        var shipments = app.MapGroup("/api/v1/shipments").WithTags("Shipments").RequireAuthorization();
        shipments.MapGet("/", ListAsync).WithName("ListShipments").WithSummary("Shipments for staff, newest first.")
            .RequireAuthorization(Policies.Support);
        shipments.MapGet("/{id:guid}", GetAsync).WithName("GetShipment").WithSummary("A shipment, for staff.")
            .RequireAuthorization(Policies.Support);
        shipments.MapPost("/{id:guid}/label", LabelAsync).WithName("BuyShipmentLabel").WithSummary("Buys the label of a shipment, once.")
            .RequireAuthorization(Policies.Support).WithIdempotency();
        shipments.MapPost("/{id:guid}/dispatch", DispatchAsync).WithName("DispatchShipment").WithSummary("Says that a shipment left the house.")
            .RequireAuthorization(Policies.Support).WithIdempotency();
        shipments.MapGet("/by-order/{orderId:guid}", ListOwnAsync).WithName("ListShipmentsOfOrder")
            .WithSummary("Where the goods of one's own order are.").RequireAuthorization(Policies.Customer);
    }

    private static async Task<Results<Ok<Page<ShipmentResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, WireEnum<ShipmentStatus>? status, Guid? orderId, IShipmentReader reader, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<ShipmentCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var shipments = await reader.ListAsync(status?.Value, orderId, cursor.Value?.Id, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage([.. shipments.Select(ShipmentResponse.Of)], page.Size, shipment => new ShipmentCursor(shipment.Id)));
    }

    private static async Task<Results<Ok<ShipmentResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IShipmentReader reader, CancellationToken cancellationToken)
    {
        var shipment = await reader.FindAsync(new ShipmentId(id), cancellationToken);
        return shipment is null ? ShippingErrors.ShipmentNotFound.ToProblem() : TypedResults.Ok(ShipmentResponse.Of(shipment));
    }

    private static async Task<Results<Ok<ShipmentResponse>, ProblemHttpResult>> LabelAsync(
        Guid id, LabelShipmentHandler handler, CancellationToken cancellationToken)
    {
        var shipment = await handler.HandleAsync(new ShipmentId(id), cancellationToken);
        return shipment.IsSuccess ? TypedResults.Ok(ShipmentResponse.Of(shipment.Value)) : shipment.Error.ToProblem();
    }

    private static async Task<Results<Ok<ShipmentResponse>, ProblemHttpResult>> DispatchAsync(
        Guid id, DispatchShipmentHandler handler, CancellationToken cancellationToken)
    {
        var shipment = await handler.HandleAsync(new ShipmentId(id), cancellationToken);
        return shipment.IsSuccess ? TypedResults.Ok(ShipmentResponse.Of(shipment.Value)) : shipment.Error.ToProblem();
    }

    private static async Task<Results<Ok<IReadOnlyList<OwnShipmentResponse>>, ProblemHttpResult>> ListOwnAsync(
        Guid orderId, IShipmentReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var shipments = await reader.OfOrderAsync(orderId, caller.RequireUserId(), cancellationToken);
        return shipments.Count == 0
            ? ShippingErrors.ShipmentNotFound.ToProblem()
            : TypedResults.Ok<IReadOnlyList<OwnShipmentResponse>>([.. shipments.Select(OwnShipmentResponse.Of)]);
    }
}
