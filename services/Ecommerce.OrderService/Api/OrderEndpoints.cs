using System.Security.Claims;
using Ecommerce.OrderService.Application;
using Ecommerce.OrderService.Application.CancelOrder;
using Ecommerce.OrderService.Application.PlaceOrder;
using Ecommerce.OrderService.Application.ReadOrders;
using Ecommerce.OrderService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.OrderService.Api;

internal static class OrderEndpoints
{
    public static void MapOrderEndpoints(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/api/v1/orders").WithTags("Orders").WithValidation();
        orders.MapPost("/", PlaceAsync).WithName("PlaceOrder").WithSummary("Orders a cart as it was shown.")
            .AllowAnonymous().RequireIdempotency();
        orders.MapGet("/", ListAsync).WithName("ListOrders").WithSummary("The customer's own orders, newest first.")
            .RequireAuthorization(Policies.Customer);
        orders.MapGet("/search", SearchAsync).WithName("SearchOrders").WithSummary("Orders for staff, by number, email or status.")
            .RequireAuthorization(Policies.Support);
        orders.MapGet("/{id:guid}", GetAsync).WithName("GetOrder").WithSummary("An order, for its buyer and for support.")
            .AllowAnonymous();
        orders.MapGet("/{id:guid}/history", GetHistoryAsync).WithName("GetOrderHistory").WithSummary("What happened to an order, oldest first.")
            .AllowAnonymous();
        orders.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelOrder").WithSummary("Cancels an order until its first dispatch.")
            .AllowAnonymous().RequireIdempotency();
    }

    private static async Task<Results<Created<OrderResponse>, Accepted<OrderResponse>, Ok<OrderResponse>, ProblemHttpResult>> PlaceAsync(
        PlaceOrderRequest request, [FromHeader(Name = "Cart-Token")] string? cartToken, PlaceOrderHandler handler, GuestAccess guests,
        HttpContext http, TimeProvider clock)
    {
        var email = request.Email ?? http.User.Email();
        if (email is null)
        {
            return OrderErrors.EmailRequired.ToProblem();
        }

        var id = new OrderId(http.ResourceId(clock));
        var shippingAddress = request.ShippingAddress.ToDomain();
        var command = new PlaceOrderCommand(
            id, http.MayHaveBegun(), request.CartId, request.CartVersion, cartToken, http.User.UserId(), email, request.Locale ?? "en",
            Money.Of(request.ExpectedTotal.Amount, request.ExpectedTotal.Currency), shippingAddress,
            request.BillingAddress?.ToDomain() ?? shippingAddress, request.ShippingMethod, request.Payment.Provider, request.Payment.Method,
            request.Payment.ReturnUrl, http.User.Actor());

        // A buyer who hangs up does not stop a checkout that has begun.
        var placed = await handler.HandleAsync(command, CancellationToken.None);
        if (!placed.IsSuccess)
        {
            return placed.Error.ToProblem();
        }

        var order = placed.Value;
        var response = OrderResponse.Of(order, order.CustomerId is null ? guests.TokenFor(order.Id) : null);
        var location = $"/api/v1/orders/{order.Id}";
        http.Response.SetVersion(order.Version);
        if (order.Status == OrderStatus.Pending)
        {
            http.LeaveOpen();
        }

        return order.Status switch
        {
            OrderStatus.Pending or OrderStatus.AwaitingPayment => TypedResults.Accepted(location, response),
            _ when order.Id == id => TypedResults.Created(location, response),
            _ => TypedResults.Ok(response),
        };
    }

    private static async Task<Results<Ok<Page<OrderSummaryResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IOrderReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await PageAsync(page, (before, limit) => reader.ListAsync(caller.RequireUserId(), before, limit, cancellationToken));

    private static async Task<Results<Ok<Page<OrderSummaryResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] PageRequest page, string? number, string? email, WireEnum<OrderStatus>? status, IOrderReader reader, CancellationToken cancellationToken) =>
        await PageAsync(page, (before, limit) => reader.SearchAsync(new OrderSearch(number, email, status?.Value), before, limit, cancellationToken));

    private static async Task<Results<Ok<Page<OrderSummaryResponse>>, ProblemHttpResult>> PageAsync(
        PageRequest page, Func<Guid?, int, Task<IReadOnlyList<OrderSummary>>> read)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<OrderCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var orders = await read(cursor.Value?.Id, page.Size + 1);
        return TypedResults.Ok(KeysetCursor.ToPage([.. orders.Select(OrderSummaryResponse.Of)], page.Size, order => new OrderCursor(order.Id)));
    }

    private static async Task<Results<Ok<OrderResponse>, ProblemHttpResult>> GetAsync(
        Guid id, string? accessToken, string? email, IOrderReader reader, GuestAccess guests, HttpContext http, CancellationToken cancellationToken)
    {
        var order = await reader.FindAsync(new OrderId(id), cancellationToken);
        if (order is null || !MayRead(order, http.User, guests, accessToken, email))
        {
            return OrderErrors.NotFound.ToProblem();
        }

        http.Response.SetVersion(order.Version);
        return TypedResults.Ok(OrderResponse.Of(order, accessToken: null));
    }

    private static async Task<Results<Ok<IReadOnlyList<HistoryEntryResponse>>, ProblemHttpResult>> GetHistoryAsync(
        Guid id, string? accessToken, string? email, IOrderReader reader, GuestAccess guests, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var order = await reader.FindAsync(new OrderId(id), cancellationToken);
        if (order is null || !MayRead(order, caller, guests, accessToken, email))
        {
            return OrderErrors.NotFound.ToProblem();
        }

        IReadOnlyList<HistoryEntryResponse> entries =
            [.. order.History.OrderBy(entry => entry.Id)
                .Select(entry => new HistoryEntryResponse(entry.At, entry.What, entry.Detail, HelpsCustomers(caller) ? entry.Actor : null))];
        return TypedResults.Ok(entries);
    }

    private static async Task<Results<Ok<OrderResponse>, ProblemHttpResult>> CancelAsync(
        Guid id, CancelOrderRequest request, string? accessToken, string? email, CancelOrderHandler handler, GuestAccess guests,
        HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.User;
        var cancelled = await handler.HandleAsync(
            new OrderId(id), http.MayHaveBegun(), order => MayRead(order, caller, guests, accessToken, email), request.Reason.ToWire(), caller.Actor(),
            cancellationToken);
        if (!cancelled.IsSuccess)
        {
            return cancelled.Error.ToProblem();
        }

        http.Response.SetVersion(cancelled.Value.Version);
        return TypedResults.Ok(OrderResponse.Of(cancelled.Value, accessToken: null));
    }

    private static bool HelpsCustomers(ClaimsPrincipal caller) => caller.IsInRole(Roles.Support) || caller.IsInRole(Roles.Admin);

    private static bool MayRead(Order order, ClaimsPrincipal caller, GuestAccess guests, string? accessToken, string? email) =>
        HelpsCustomers(caller)
        || (order.CustomerId is { } owner ? caller.UserId() == owner
            : guests.IsValid(order.Id, accessToken) && string.Equals(order.Email, email, StringComparison.OrdinalIgnoreCase));
}
