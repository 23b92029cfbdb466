using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.AddToCart;
using Ecommerce.CartService.Application.Changes;
using Ecommerce.CartService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.CartService.Api;

internal static class CartLineEndpoints
{
    public static void MapCartLineEndpoints(this IEndpointRouteBuilder app)
    {
        var cart = app.MapGroup("/api/v1/carts/{id:guid}").WithTags("Carts").WithValidation().AllowAnonymous();
        cart.MapPost("/lines", AddLineAsync).WithName("AddCartLine").WithSummary("Adds units of an article.").WithIdempotency();
        cart.MapPut("/lines/{lineId:guid}", SetQuantityAsync).WithName("SetCartLineQuantity").WithSummary("Sets the units of a line.");
        cart.MapDelete("/lines/{lineId:guid}", RemoveLineAsync).WithName("RemoveCartLine").WithSummary("Takes a line out.");
        cart.MapPost("/coupons", AddCouponAsync).WithName("AddCartCoupon").WithSummary("Adds a coupon; a GET says whether it applies.").WithIdempotency();
        cart.MapDelete("/coupons/{code}", RemoveCouponAsync).WithName("RemoveCartCoupon").WithSummary("Takes a coupon out.");
        cart.MapPost("/lines/{lineId:guid}/save-for-later", SaveForLaterAsync).WithName("SaveCartLineForLater")
            .WithSummary("Takes a line out and keeps it for later.").WithIdempotency();
        cart.MapPost("/saved/{lineId:guid}/move-to-cart", MoveToCartAsync).WithName("MoveSavedLineToCart")
            .WithSummary("Puts what was kept for later back among the lines.").WithIdempotency();
        cart.MapDelete("/saved/{lineId:guid}", RemoveSavedAsync).WithName("RemoveSavedLine").WithSummary("Forgets what was kept for later.");
        cart.MapPost("/acknowledge", AcknowledgeAsync).WithName("AcknowledgeCart").WithSummary("Takes the changes that were shown as seen.").WithIdempotency();
        cart.MapPut("/destination", SetDestinationAsync).WithName("SetCartDestination").WithSummary("Says where the goods are likely to go.");
    }

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> AddLineAsync(
        Guid id, AddLineRequest request, AddToCartHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        if (!version.IsSuccess && version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var resourceId = http.ResourceId(clock);
        var command = new AddToCartCommand(id, http.Holder(), version.Value, resourceId, request.Sku, request.Quantity, RequestIdOf(http, resourceId));
        return Answer(await handler.HandleAsync(command, cancellationToken), http);
    }

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> SetQuantityAsync(
        Guid id, Guid lineId, SetQuantityRequest request, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new SetQuantity(lineId, request.Quantity), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> RemoveLineAsync(
        Guid id, Guid lineId, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new RemoveLine(lineId), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> AddCouponAsync(
        Guid id, AddCouponRequest request, ICartStore carts, HttpContext http, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, new AddCoupon(request.Code.ToUpperInvariant(), RequestIdOf(http, http.ResourceId(clock))), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> RemoveCouponAsync(
        Guid id, string code, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new RemoveCoupon(code.ToUpperInvariant()), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> SetDestinationAsync(
        Guid id, DestinationRequest request, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new SetDestination(request.Country, request.Region, request.PostalCode, request.Email), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> SaveForLaterAsync(
        Guid id, Guid lineId, ICartStore carts, HttpContext http, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, new SaveForLater(lineId, RequestIdOf(http, http.ResourceId(clock))), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> MoveToCartAsync(
        Guid id, Guid lineId, ICartStore carts, HttpContext http, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, new MoveToCart(lineId, RequestIdOf(http, http.ResourceId(clock))), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> RemoveSavedAsync(
        Guid id, Guid lineId, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new RemoveSaved(lineId), carts, http, cancellationToken);

    private static Task<Results<Ok<CartResponse>, ProblemHttpResult>> AcknowledgeAsync(
        Guid id, ICartStore carts, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, new Acknowledge(), carts, http, cancellationToken);

    private static async Task<Results<Ok<CartResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id, CartChange change, ICartStore carts, HttpContext http, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        return version.Error is { } stale
            ? stale.ToProblem()
            : Answer(await carts.ChangeAsync(id, http.Holder(), version.Value, change, cancellationToken), http);
    }

    private static Results<Ok<CartResponse>, ProblemHttpResult> Answer(Result<Cart> changed, HttpContext http)
    {
        if (!changed.IsSuccess)
        {
            return changed.Error.ToProblem();
        }

        http.Response.SetVersion(changed.Value.Version);
        return TypedResults.Ok(CartResponse.Of(changed.Value));
    }

    // Only a caller who gave a key can repeat under it.
    private static Guid? RequestIdOf(HttpContext http, Guid resourceId) =>
        http.Request.Headers.ContainsKey("Idempotency-Key") ? resourceId : null;
}
