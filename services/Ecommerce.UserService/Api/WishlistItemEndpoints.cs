using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.UserService.Application.Wishlists;
using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class WishlistItemEndpoints
{
    public static void MapWishlistItemEndpoints(this IEndpointRouteBuilder app)
    {
        var lists = app.MapGroup("/api/v1/users/me/wishlists").WithTags("Wishlists").RequireAuthorization(Policies.Customer).WithValidation();
        lists.MapGet("/{id:guid}/items", ListAsync).WithName("ListWishlistItems").WithSummary("What is on a list, newest first.");
        lists.MapPost("/{id:guid}/items", AddAsync).WithName("AddWishlistItem").WithSummary("Puts an article on a list; one that is there stays as it is.").WithIdempotency();
        lists.MapPost("/default/items", AddToDefaultAsync).WithName("AddToDefaultWishlist").WithSummary("Puts an article on the default list, which is made where there is none.").WithIdempotency();
        lists.MapDelete("/{id:guid}/items/{sku}", RemoveAsync).WithName("RemoveWishlistItem").WithSummary("Takes an article off a list.");
        lists.MapPost("/{id:guid}/items/{sku}/move-to-cart", MoveToCartAsync).WithName("MoveWishlistItemToCart")
            .WithSummary("Puts an article into the caller's cart and takes it off the list.").WithIdempotency();
    }

    private static async Task<Results<Ok<Page<WishlistItemResponse>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageRequest page, ClaimsPrincipal caller, IWishlistStore wishlists, CancellationToken cancellationToken)
    {
        if (await wishlists.FindAsync(id, caller.RequireUserId(), cancellationToken) is null)
        {
            return WishlistErrors.NotFound.ToProblem();
        }

        var items = await wishlists.ReadAsync(id, page, cancellationToken);
        return items.IsSuccess ? TypedResults.Ok(items.Value) : items.Error.ToProblem();
    }

    private static async Task<Results<Ok<WishlistItemResponse>, ProblemHttpResult>> AddAsync(
        Guid id, AddItemRequest request, HttpContext http, WishlistHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var added = await handler.AddAsync(http.ResourceId(clock), id, http.User.RequireUserId(), request.Sku, cancellationToken);
        return added.IsSuccess ? TypedResults.Ok(WishlistItemResponse.Of(added.Value)) : added.Error.ToProblem();
    }

    private static async Task<Results<Ok<WishlistItemResponse>, ProblemHttpResult>> AddToDefaultAsync(
        AddItemRequest request, HttpContext http, WishlistHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var list = await handler.CreateAsync(Guid.CreateVersion7(clock.GetUtcNow()), http.User.RequireUserId(), null, cancellationToken);
        return list.IsSuccess ? await AddAsync(list.Value.Id, request, http, handler, clock, cancellationToken) : list.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id, string sku, ClaimsPrincipal caller, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var removed = await handler.RemoveItemAsync(id, caller.RequireUserId(), sku, cancellationToken);
        return removed.IsSuccess ? TypedResults.NoContent() : removed.Error.ToProblem();
    }

    private static async Task<Results<Ok<MovedToCartResponse>, ProblemHttpResult>> MoveToCartAsync(
        Guid id, string sku, MoveToCartRequest request, ClaimsPrincipal caller, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var moved = await handler.MoveToCartAsync(id, caller.RequireUserId(), sku, request.Quantity, cancellationToken);
        return moved.IsSuccess ? TypedResults.Ok(new MovedToCartResponse(moved.Value.CartId, moved.Value.Version)) : moved.Error.ToProblem();
    }
}
