using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.ManagePromotions;
using Ecommerce.DiscountService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

internal static class PromotionEndpoints
{
    public static void MapPromotionEndpoints(this IEndpointRouteBuilder app)
    {
        var promotions = app.MapGroup("/api/v1/promotions").WithTags("Promotions").WithValidation().RequireAuthorization(Policies.Merchandiser);
        promotions.MapPost("/", CreateAsync).WithName("CreatePromotion").WithSummary("Starts a coupon or an automatic promotion.").WithIdempotency();
        promotions.MapGet("/", ListAsync).WithName("ListPromotions").WithSummary("All promotions, newest first.");
        promotions.MapGet("/{id:guid}", GetAsync).WithName("GetPromotion").WithSummary("A promotion.");
        promotions.MapPost("/{id:guid}/deactivate", DeactivateAsync).WithName("DeactivatePromotion").WithSummary("Ends a promotion at once.")
            .WithIdempotency();
    }

    private static async Task<Results<Created<PromotionResponse>, ProblemHttpResult>> CreateAsync(
        CreatePromotionRequest request, CreatePromotionHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var created = await handler.HandleAsync(new PromotionId(http.ResourceId(clock)), request.ToTerms(), cancellationToken);
        return created.IsSuccess
            ? TypedResults.Created($"/api/v1/promotions/{created.Value.Id}", PromotionResponse.Of(created.Value))
            : created.Error.ToProblem();
    }

    private static async Task<Results<Ok<Page<PromotionResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IPromotionStore promotions, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<PromotionCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var found = await promotions.ListAsync(cursor.Value?.Id, page.Size + 1, cancellationToken);
        return TypedResults.Ok(
            KeysetCursor.ToPage([.. found.Select(PromotionResponse.Of)], page.Size, promotion => new PromotionCursor(promotion.Id)));
    }

    private static async Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IPromotionStore promotions, CancellationToken cancellationToken) =>
        await promotions.FindAsync(new PromotionId(id), cancellationToken) is { } promotion
            ? TypedResults.Ok(PromotionResponse.Of(promotion))
            : PromotionErrors.NotFound.ToProblem();

    private static async Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> DeactivateAsync(
        Guid id, DeactivatePromotionHandler handler, CancellationToken cancellationToken)
    {
        var deactivated = await handler.HandleAsync(new PromotionId(id), cancellationToken);
        return deactivated.IsSuccess ? TypedResults.Ok(PromotionResponse.Of(deactivated.Value)) : deactivated.Error.ToProblem();
    }
}
