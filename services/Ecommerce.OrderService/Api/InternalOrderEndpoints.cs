using Ecommerce.Contracts.Order.Internal;
using Ecommerce.OrderService.Application;
using Ecommerce.OrderService.Application.ApproveDispatch;
using Ecommerce.OrderService.Application.ReadOrders;
using Ecommerce.OrderService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.OrderService.Api;

internal static class InternalOrderEndpoints
{
    public static void MapInternalOrderEndpoints(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/internal/v1/orders").WithTags("Internal").RequireAuthorization(Policies.Service);
        orders.MapGet("/{id:guid}", GetAsync).WithName("GetOrderForService").WithSummary("An order, for other services.");
        orders.MapPost("/{id:guid}/dispatch-approval", ApproveDispatchAsync).WithName("ApproveDispatch")
            .WithSummary("Approves the dispatch of a shipment; from then on the order cannot be cancelled.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApproveDispatchAsync(
        Guid id, ApproveDispatchHandler handler, CancellationToken cancellationToken)
    {
        var approved = await handler.HandleAsync(new OrderId(id), cancellationToken);
        return approved.IsSuccess ? TypedResults.NoContent() : approved.Error.ToProblem();
    }

    private static async Task<Results<Ok<OrderDto>, ProblemHttpResult>> GetAsync(Guid id, IOrderReader reader, CancellationToken cancellationToken)
    {
        var order = await reader.FindAsync(new OrderId(id), cancellationToken);
        return order is null ? OrderErrors.NotFound.ToProblem() : TypedResults.Ok(new OrderDto(
            order.Id.Value, order.Number, order.CustomerId, order.Email, order.Locale, order.Status.ToWire(), order.PaymentStatus.ToWire(),
            order.FulfilmentStatus.ToWire(), order.LinesToDto(), order.TotalsToDto(), order.ShippingAddress.ToDto(), order.Payment.PaymentId,
            order.PlacedAt, order.DeliveredAt));
    }
}
