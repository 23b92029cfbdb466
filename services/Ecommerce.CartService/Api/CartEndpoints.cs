using System.Security.Claims;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.MergeCarts;
using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.CartService.Api;

internal static class CartEndpoints
{
    public static void MapCartEndpoints(this IEndpointRouteBuilder app)
    {
        var carts = app.MapGroup("/api/v1/carts").WithTags("Carts").WithValidation();
        carts.MapPost("/", CreateAsync).WithName("CreateCart").WithSummary("Makes a cart; a customer who has one gets that.").AllowAnonymous();
        carts.MapGet("/", ListAsync).WithName("ListCarts").WithSummary("The cart that a customer shops with now, for support.")
            .RequireAuthorization(Policies.Support);
        carts.MapGet("/{id:guid}", GetAsync).WithName("GetCart")
            .WithSummary("The cart as it costs now, with what is wrong with it and what is new about it; support may look.").AllowAnonymous();
        carts.MapPost("/{id:guid}/merge", MergeAsync).WithName("MergeCart").WithSummary("Puts a guest's cart into the customer's, once.")
            .RequireAuthorization(Policies.Customer);
    }

    private static async Task<Results<Created<CartResponse>, Ok<CartResponse>>> CreateAsync(
        CreateCartRequest request, ICartStore carts, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var customerId = http.User.UserId();
        var token = customerId is null ? CartTokens.Create() : null;
        var (cart, isNew) = await carts.CreateAsync(
            Guid.CreateVersion7(clock.GetUtcNow()), new CartHolder(customerId, CartTokens.Hash(token)), request.Currency, cancellationToken);
        http.Response.SetVersion(cart.Version);
        var response = CartResponse.Of(cart, token);
        return isNew ? TypedResults.Created($"/api/v1/carts/{cart.Id}", response) : TypedResults.Ok(response);
    }

    private static async Task<Ok<Page<CartResponse>>> ListAsync(Guid customerId, ICartStore carts, CancellationToken cancellationToken)
    {
        var cart = await carts.FindLiveAsync(customerId, cancellationToken);
        return TypedResults.Ok(new Page<CartResponse>(cart is null ? [] : [CartResponse.Of(cart)], null));
    }

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> GetAsync(
        Guid id, bool? estimateShipping, ICartStore carts, CartPricing pricing, HttpContext http, CancellationToken cancellationToken)
    {
        var cart = await carts.ReadAsync(id, cancellationToken);
        var isHolder = cart?.IsHeldBy(http.Holder()) ?? false;
        if (cart is null || !(isHolder || HelpsCustomers(http.User)))
        {
            return CartErrors.NotFound.ToProblem();
        }

        // Support sees what the shopper sees, and leaves no trace: what they were shown is not what the shopper was shown.
        var (customerId, email) = isHolder ? (http.User.UserId(), http.User.Email()) : (cart.CustomerId, null);
        var priced = await pricing.ShowAsync(cart, customerId, email, estimateShipping ?? false, cancellationToken);
        if (!priced.IsSuccess)
        {
            return priced.Error.ToProblem();
        }

        if (isHolder && cart.Status == CartStatus.Active && priced.Value.NextLook() is { } look)
        {
            await carts.RecordLookAsync(id, cart.Version, look, cancellationToken);
        }

        http.Response.SetVersion(cart.Version);
        return TypedResults.Ok(CartResponse.Of(priced.Value));
    }

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> MergeAsync(
        Guid id, MergeRequest request, MergeCartsHandler handler, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var merged = CartTokens.Hash(request.GuestCartToken) is { } hash
            ? await handler.HandleAsync(id, caller.RequireUserId(), new GuestCart(request.GuestCartId, hash), cancellationToken)
            : CartErrors.NotFound;
        if (!merged.IsSuccess)
        {
            return merged.Error.ToProblem();
        }

        response.SetVersion(merged.Value.Version);
        return TypedResults.Ok(CartResponse.Of(merged.Value));
    }

    private static bool HelpsCustomers(ClaimsPrincipal caller) => caller.IsInRole(Roles.Support) || caller.IsInRole(Roles.Admin);
}
