using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.UserService.Application.Wishlists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class WishlistEndpoints
{
    public static void MapWishlistEndpoints(this IEndpointRouteBuilder app)
    {
        var lists = app.MapGroup("/api/v1/users/me/wishlists").WithTags("Wishlists").RequireAuthorization(Policies.Customer).WithValidation();
        lists.MapGet("/", ListAsync).WithName("ListWishlists").WithSummary("The caller's wishlists, oldest first; at most twenty.");
        lists.MapPost("/", CreateAsync).WithName("CreateWishlist").WithSummary("Makes a wishlist; the first one is the default.").WithIdempotency();
        lists.MapPut("/{id:guid}", ChangeAsync).WithName("ChangeWishlist").WithSummary("Renames a wishlist, or makes it the default.");
        lists.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveWishlist").WithSummary("Removes a wishlist with what is on it.");
        lists.MapPut("/{id:guid}/share", ShareAsync).WithName("ShareWishlist").WithSummary("Makes the link by which others see the list; an earlier one stops working.");
        lists.MapDelete("/{id:guid}/share", UnshareAsync).WithName("UnshareWishlist").WithSummary("Ends the link.");
    }

    private static async Task<Ok<IReadOnlyList<WishlistResponse>>> ListAsync(ClaimsPrincipal caller, IWishlistStore wishlists, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<WishlistResponse>>([.. (await wishlists.ListAsync(caller.RequireUserId(), cancellationToken)).Select(WishlistResponse.Of)]);

    private static async Task<Results<Created<WishlistResponse>, ProblemHttpResult>> CreateAsync(
        WishlistRequest request, HttpContext http, WishlistHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (id, customerId) = (http.ResourceId(clock), http.User.RequireUserId());
        var created = await handler.CreateAsync(id, customerId, request.Name, cancellationToken);
        if (created.IsSuccess && request.IsDefault && !created.Value.IsDefault)
        {
            created = await handler.ChangeAsync(id, customerId, null, request.Name, isDefault: true, cancellationToken);
        }

        if (!created.IsSuccess)
        {
            return created.Error.ToProblem();
        }

        http.Response.SetVersion(created.Value.Version);
        return TypedResults.Created($"/api/v1/users/me/wishlists/{created.Value.Id}", WishlistResponse.Of(created.Value));
    }

    private static async Task<Results<Ok<WishlistResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id, WishlistRequest request, HttpContext http, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = await handler.ChangeAsync(id, http.User.RequireUserId(), version.Value, request.Name, request.IsDefault, cancellationToken);
        if (!changed.IsSuccess)
        {
            return changed.Error.ToProblem();
        }

        http.Response.SetVersion(changed.Value.Version);
        return TypedResults.Ok(WishlistResponse.Of(changed.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id, ClaimsPrincipal caller, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var removed = await handler.RemoveAsync(id, caller.RequireUserId(), cancellationToken);
        return removed.IsSuccess ? TypedResults.NoContent() : removed.Error.ToProblem();
    }

    private static async Task<Results<Ok<ShareResponse>, ProblemHttpResult>> ShareAsync(
        Guid id, ClaimsPrincipal caller, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var token = await handler.ShareAsync(id, caller.RequireUserId(), cancellationToken);
        return token.IsSuccess ? TypedResults.Ok(new ShareResponse($"/api/v1/users/wishlists/shared/{token.Value}")) : token.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnshareAsync(
        Guid id, ClaimsPrincipal caller, WishlistHandler handler, CancellationToken cancellationToken)
    {
        var ended = await handler.UnshareAsync(id, caller.RequireUserId(), cancellationToken);
        return ended.IsSuccess ? TypedResults.NoContent() : ended.Error.ToProblem();
    }
}
