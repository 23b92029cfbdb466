using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Telemetry;
using Ecommerce.UserService.Application.Wishlists;
using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class SharedWishlistEndpoints
{
    public static void MapSharedWishlistEndpoints(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/users/wishlists/shared/{token}", GetAsync).WithTags("Wishlists").AllowAnonymous().WithSecretPath()
            .WithName("GetSharedWishlist").WithSummary("A list that somebody shared, for who has the link.");

    private static async Task<Results<Ok<SharedWishlistResponse>, ProblemHttpResult>> GetAsync(
        string token, [AsParameters] PageRequest page, IWishlistStore wishlists, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await wishlists.FindSharedAsync(ShareLink.Hash(token), cancellationToken) is not { } wishlist)
        {
            return WishlistErrors.NotFound.ToProblem();
        }

        var items = await wishlists.ReadAsync(wishlist.Id, page, cancellationToken);
        if (!items.IsSuccess)
        {
            return items.Error.ToProblem();
        }

        // A revoked link must not live on in a cache, nor the secret in a referrer.
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Ok(new SharedWishlistResponse(wishlist.Name, items.Value.Items, items.Value.NextCursor));
    }
}
