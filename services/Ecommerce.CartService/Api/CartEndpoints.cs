using System.Security.Claims;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.CartService.Api;

internal static class CartEndpoints
{
    public static void MapCartEndpoints(this IEndpointRouteBuilder app)
    {
        var carts = app.MapGroup("/api/v1/carts").WithTags("Carts").WithValidation().AllowAnonymous();
        carts.MapPost("/", CreateAsync).WithName("CreateCart").WithSummary("Makes a cart; a customer who has one gets that.");
        carts.MapGet("/{id:guid}", GetAsync).WithName("GetCart").WithSummary("The cart as it costs now, with what is wrong with it.");
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

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> GetAsync(
        Guid id, ICartStore carts, CartPricing pricing, HttpContext http, CancellationToken cancellationToken)
    {
        var cart = await carts.ReadAsync(id, cancellationToken);
        if (cart is null || !cart.IsHeldBy(http.Holder()))
        {
            return CartErrors.NotFound.ToProblem();
        }

        var priced = await pricing.ShowAsync(cart, http.User.UserId(), http.User.Email(), cancellationToken);
        http.Response.SetVersion(cart.Version);
        return priced.IsSuccess ? TypedResults.Ok(CartResponse.Of(priced.Value)) : priced.Error.ToProblem();
    }

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> MergeAsync(
        Guid id, MergeRequest request, ICartStore carts, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var merged = CartTokens.Hash(request.GuestCartToken) is { } hash
            ? await carts.MergeAsync(id, caller.RequireUserId(), request.GuestCartId, hash, cancellationToken)
            : CartErrors.NotFound;
        if (!merged.IsSuccess)
        {
            return merged.Error.ToProblem();
        }

        response.SetVersion(merged.Value.Version);
        return TypedResults.Ok(CartResponse.Of(merged.Value));
    }
}
