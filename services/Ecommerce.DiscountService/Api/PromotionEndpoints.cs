using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.ManagePromotions;
using Ecommerce.DiscountService.Application.TryPromotion;
using Ecommerce.DiscountService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

internal static class PromotionEndpoints
{
    private const int LongestSearch = 100;

    public static void MapPromotionEndpoints(this IEndpointRouteBuilder app)
    {
        var promotions = app.MapGroup("/api/v1/promotions").WithTags("Promotions").WithValidation().RequireAuthorization(Policies.Merchandiser);
        promotions.MapPost("/", CreateAsync).WithName("CreatePromotion").WithSummary("Makes a draft, or starts a promotion at once.").WithIdempotency();
        promotions.MapGet("/", ListAsync).WithName("ListPromotions").WithSummary("Promotions by status, name or code, newest first.");
        promotions.MapGet("/{id:guid}", GetAsync).WithName("GetPromotion").WithSummary("A promotion.");
        promotions.MapPut("/{id:guid}", ChangeTermsAsync).WithName("ChangePromotion").WithSummary("Changes the terms of a draft.");
        promotions.MapPost("/{id:guid}/activate", ActivateAsync).WithName("ActivatePromotion")
            .WithSummary("Starts a draft; its terms are fixed from then on.").WithIdempotency();
        promotions.MapPost("/{id:guid}/end", EndAsync).WithName("EndPromotion").WithSummary("Ends a promotion at once.").WithIdempotency();
        promotions.MapPost("/{id:guid}/try", TryAsync).WithName("TryPromotion")
            .WithSummary("Tries a promotion against a sample basket as if it were active; stores nothing.");
    }

    private static async Task<Results<Created<PromotionResponse>, ProblemHttpResult>> CreateAsync(
        PromotionRequest request, CreatePromotionHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var created = await handler.HandleAsync(
            new PromotionId(http.ResourceId(clock)), request.ToTerms(), request.Activate, cancellationToken);
        if (!created.IsSuccess)
        {
            return created.Error.ToProblem();
        }

        http.Response.SetVersion(created.Value.Version);
        return TypedResults.Created($"/api/v1/promotions/{created.Value.Id}", PromotionResponse.Of(created.Value));
    }

    private static async Task<Results<Ok<Page<PromotionResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, WireEnum<PromotionStatus>? status, string? q, IPromotionStore promotions, CancellationToken cancellationToken) =>
        q?.Length > LongestSearch
            ? Error.InvalidField("q", $"At most {LongestSearch} characters.").ToProblem()
            : await Paged.AnswerAsync<Promotion, PromotionResponse, IdCursor>(
                page,
                (before, limit) => promotions.ListAsync(new PromotionSearch(status?.Value, q), before?.Id, limit, cancellationToken),
                PromotionResponse.Of,
                promotion => new IdCursor(promotion.Id));

    private static async Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IPromotionStore promotions, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await promotions.FindAsync(new PromotionId(id), cancellationToken) is not { } promotion)
        {
            return PromotionErrors.NotFound.ToProblem();
        }

        response.SetVersion(promotion.Version);
        return TypedResults.Ok(PromotionResponse.Of(promotion));
    }

    private static Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> ChangeTermsAsync(
        Guid id, PromotionRequest request, ChangePromotionHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, (promotion, _) => promotion.Change(request.ToTerms()), handler, http, cancellationToken);

    private static Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> ActivateAsync(
        Guid id, ChangePromotionHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, (promotion, now) => promotion.Activate(now), handler, http, cancellationToken);

    private static Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> EndAsync(
        Guid id, ChangePromotionHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, (promotion, now) => promotion.End(now), handler, http, cancellationToken);

    private static async Task<Results<Ok<TrialResponse>, ProblemHttpResult>> TryAsync(
        Guid id, TryPromotionRequest request, TryPromotionHandler handler, CancellationToken cancellationToken)
    {
        var tried = await handler.HandleAsync(new PromotionId(id), request.ToTrial(), cancellationToken);
        return tried.IsSuccess ? TypedResults.Ok(TrialResponse.Of(tried.Value)) : tried.Error.ToProblem();
    }

    private static async Task<Results<Ok<PromotionResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id, Func<Promotion, DateTimeOffset, Result> change, ChangePromotionHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = await handler.HandleAsync(new PromotionId(id), version.Value, change, cancellationToken);
        if (!changed.IsSuccess)
        {
            return changed.Error.ToProblem();
        }

        http.Response.SetVersion(changed.Value.Version);
        return TypedResults.Ok(PromotionResponse.Of(changed.Value));
    }
}
