using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.AddToCart;
using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.CartService.Api;

internal static class InternalCartEndpoints
{
    public static void MapInternalCartEndpoints(this IEndpointRouteBuilder app)
    {
        var carts = app.MapGroup("/internal/v1/carts").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        carts.MapGet("/{id:guid}", GetAsync).WithName("GetCartForService").WithSummary("A cart, if the caller's caller holds it.");
        carts.MapPost("/lines", AddLineAsync).WithName("AddCustomerLine").WithSummary("Adds units to a customer's cart, once per request id.");
        carts.MapPost("/{id:guid}/freeze", FreezeAsync).WithName("FreezeCart").WithSummary("Keeps a cart as it is while an order is made.");
        carts.MapPost("/{id:guid}/unfreeze", UnfreezeAsync).WithName("UnfreezeCart").WithSummary("Gives a cart back.");
    }

    private static async Task<Results<Ok<CartSnapshotDto>, ProblemHttpResult>> GetAsync(
        Guid id, string? customerId, string? cartToken, ICartStore carts, CancellationToken cancellationToken)
    {
        var holder = new CartHolder(Guid.TryParse(customerId, out var customer) ? customer : null, CartTokens.Hash(cartToken));

        // A copy does while it says that the cart is active: freezing it checks the version against the truth.
        var cart = await carts.ReadAsync(id, cancellationToken);
        if (cart is { Status: not CartStatus.Active })
        {
            cart = await carts.FindAsync(id, cancellationToken);
        }

        if (cart is null || !cart.IsHeldBy(holder))
        {
            return CartErrors.NotFound.ToProblem();
        }

        var status = cart.Status switch
        {
            CartStatus.Active => "active",
            CartStatus.Frozen => "frozen",
            CartStatus.Ordered => "ordered",
            CartStatus.Merged => "merged",
            CartStatus.Expired => "expired",
            _ => throw new InvalidOperationException($"There is no status {cart.Status}."),
        };
        return TypedResults.Ok(new CartSnapshotDto(
            cart.Id, cart.Version, status, cart.CustomerId, cart.Currency,
            [.. cart.Lines.Select(line => new CartLineDto(line.Id, line.Sku, line.Quantity))], cart.CouponCodes));
    }

    private static async Task<Results<Ok<CustomerCartDto>, ProblemHttpResult>> AddLineAsync(
        AddCustomerLineRequest request, ICartStore carts, AddToCartHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var holder = new CartHolder(request.CustomerId, null);
        var (cart, _) = await carts.CreateAsync(Guid.CreateVersion7(clock.GetUtcNow()), holder, request.Currency, cancellationToken);
        var added = await handler.HandleAsync(
            new AddToCartCommand(cart.Id, holder, null, request.RequestId, request.Sku, request.Quantity, request.RequestId), cancellationToken);
        return added.IsSuccess ? TypedResults.Ok(new CustomerCartDto(added.Value.Id, added.Value.Version)) : added.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FreezeAsync(
        Guid id, FreezeCartRequest request, ICartStore carts, CancellationToken cancellationToken)
    {
        var frozen = await carts.FreezeAsync(id, request.OrderId, request.Version, cancellationToken);
        return frozen.IsSuccess ? TypedResults.NoContent() : frozen.Error.ToProblem();
    }

    private static async Task<NoContent> UnfreezeAsync(Guid id, UnfreezeCartRequest request, ICartStore carts, CancellationToken cancellationToken)
    {
        await carts.UnfreezeAsync(id, request.OrderId, cancellationToken);
        return TypedResults.NoContent();
    }
}
