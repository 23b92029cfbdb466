using System.Security.Claims;
using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Domain.Reviews;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Reviews;

internal static class ReviewEndpoints
{
    public static void AddReviewApi(this IServiceCollection services) => services.AddWireJson(ReviewJson.Default);

    public static void MapReviewEndpoints(this IEndpointRouteBuilder app)
    {
        var shown = app.MapGroup("/api/v1/products/{productId:guid}/reviews").WithTags("Reviews").WithValidation();
        shown.MapGet("/", ListAsync).WithName("ListProductReviews").WithSummary("A product's approved reviews.").AllowAnonymous();
        shown.MapGet("/summary", SummarizeAsync).WithName("GetProductRating").WithSummary("A product's rating, star by star.").AllowAnonymous();
        shown.MapPost("/", WriteAsync).WithName("WriteReview").WithSummary("Reviews a product, once per customer.").RequireAuthorization(Policies.Customer).WithIdempotency();

        var own = app.MapGroup("/api/v1/reviews").WithTags("Reviews").RequireAuthorization(Policies.Customer).WithValidation();
        own.MapGet("/mine", ListOwnAsync).WithName("ListOwnReviews").WithSummary("The caller's reviews, the newest first.");
        own.MapGet("/{id:guid}", GetAsync).WithName("GetReview").WithSummary("A review of the caller's own, or any for staff.");
        own.MapPut("/{id:guid}", EditAsync).WithName("EditReview").WithSummary("Edits a review of the caller's own; it is looked at anew.");
        own.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveReview").WithSummary("Removes a review of the caller's own, or any by staff.");
        own.MapPut("/{id:guid}/vote", VoteAsync).WithName("VoteOnReview").WithSummary("Says whether a review helped; the last word counts.");
        own.MapDelete("/{id:guid}/vote", UnvoteAsync).WithName("TakeBackVote").WithSummary("Takes the caller's vote back.");

        var desk = app.MapGroup("/api/v1/reviews").WithTags("Reviews").RequireAuthorization(Policies.Staff).WithValidation();
        desk.MapGet("/", ListForStaffAsync).WithName("ListReviewsForStaff").WithSummary("Reviews that wait or were decided, the oldest first.");
        desk.MapPost("/{id:guid}/approve", ApproveAsync).WithName("ApproveReview").WithSummary("Shows a review to everybody.").WithIdempotency();
        desk.MapPost("/{id:guid}/reject", RejectAsync).WithName("RejectReview").WithSummary("Hides a review, with a reason for its author.").WithIdempotency();
    }

    private static async Task<Results<Ok<Page<ReviewResponse>>, ProblemHttpResult>> ListAsync(
        Guid productId, [AsParameters] PageRequest page, IReviewReader reader, CancellationToken cancellationToken, WireEnum<ReviewSort>? sort = null, int? rating = null)
    {
        if (Read(page) is { IsSuccess: false, Error: { } malformed })
        {
            return malformed.ToProblem();
        }

        if (rating is < 1 or > 5)
        {
            return Error.InvalidField("rating", "The rating is from 1 to 5.").ToProblem();
        }

        var order = sort?.Value ?? ReviewSort.Newest;
        var after = Read(page).Value is { } cursor ? (cursor.Key, cursor.Id) : ((int, Guid)?)null;
        var found = await reader.ListApprovedAsync(productId, order, rating, after, page.Size + 1, cancellationToken);
        var paged = KeysetCursor.ToPage(found, page.Size, review => new ReviewCursor(order switch
        {
            ReviewSort.Newest => 0,
            ReviewSort.Helpful => review.Helpful,
            ReviewSort.RatingDescending or ReviewSort.RatingAscending => review.Said.Rating,
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
        }, review.Id));
        return TypedResults.Ok(new Page<ReviewResponse>([.. paged.Items.Select(ReviewResponse.ForEverybody)], paged.NextCursor));
    }

    private static async Task<Ok<RatingResponse>> SummarizeAsync(Guid productId, IReviewReader reader, CancellationToken cancellationToken)
    {
        var rating = await reader.SummarizeAsync(productId, cancellationToken);
        return TypedResults.Ok(new RatingResponse(rating.Count, rating.Average, rating.ByRating));
    }

    private static async Task<Results<Created<ReviewResponse>, ProblemHttpResult>> WriteAsync(
        Guid productId, ReviewRequest request, IReviews reviews, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var written = await reviews.WriteAsync(http.ResourceId(clock), productId, http.User.RequireUserId(), TextOf(request), cancellationToken);
        if (written.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(written.Value!.Version);
        return TypedResults.Created($"/api/v1/reviews/{written.Value.Id}", ReviewResponse.ForAuthor(written.Value));
    }

    private static async Task<Results<Ok<Page<ReviewResponse>>, ProblemHttpResult>> ListOwnAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal caller, IReviewReader reader, CancellationToken cancellationToken)
    {
        var cursor = Read(page);
        return cursor.Error is { } malformed
            ? malformed.ToProblem()
            : Paged(await reader.ListOwnAsync(caller.RequireUserId(), cursor.Value?.Id, page.Size + 1, cancellationToken), page);
    }

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, IReviewReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } review || (review.CustomerId != http.User.UserId() && !http.User.IsStaff()))
        {
            return ReviewErrors.NotFound.ToProblem();
        }

        http.Response.SetVersion(review.Version);
        return TypedResults.Ok(ReviewResponse.ForAuthor(review));
    }

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> EditAsync(
        Guid id, ReviewRequest request, IReviews reviews, HttpContext http, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        return version.Error is { } stale
            ? stale.ToProblem()
            : Changed(await reviews.EditAsync(id, http.User.RequireUserId(), TextOf(request), version.Value, cancellationToken), http);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, ClaimsPrincipal caller, IReviews reviews, CancellationToken cancellationToken)
    {
        var removed = await reviews.RemoveAsync(id, caller.IsStaff() ? null : caller.RequireUserId(), cancellationToken);
        return removed.IsSuccess ? TypedResults.NoContent() : removed.Error.ToProblem();
    }

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> VoteAsync(
        Guid id, VoteRequest request, ClaimsPrincipal caller, IReviews reviews, CancellationToken cancellationToken) =>
        Voted(await reviews.VoteAsync(id, caller.RequireUserId(), request.IsHelpful, cancellationToken));

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> UnvoteAsync(
        Guid id, ClaimsPrincipal caller, IReviews reviews, CancellationToken cancellationToken) =>
        Voted(await reviews.VoteAsync(id, caller.RequireUserId(), null, cancellationToken));

    private static async Task<Results<Ok<Page<ReviewResponse>>, ProblemHttpResult>> ListForStaffAsync(
        [AsParameters] PageRequest page, IReviewReader reader, CancellationToken cancellationToken, WireEnum<ReviewStatus>? status = null)
    {
        var cursor = Read(page);
        return cursor.Error is { } malformed
            ? malformed.ToProblem()
            : Paged(await reader.ListForStaffAsync(status?.Value ?? ReviewStatus.Pending, cursor.Value?.Id, page.Size + 1, cancellationToken), page);
    }

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> ApproveAsync(
        Guid id, HttpContext http, IReviews reviews, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        return version.Error is { } stale
            ? stale.ToProblem()
            : Changed(await reviews.DecideAsync(id, null, http.User.Actor(), version.Value, cancellationToken), http);
    }

    private static async Task<Results<Ok<ReviewResponse>, ProblemHttpResult>> RejectAsync(
        Guid id, RejectReviewRequest request, HttpContext http, IReviews reviews, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        return version.Error is { } stale
            ? stale.ToProblem()
            : Changed(await reviews.DecideAsync(id, request.Reason, http.User.Actor(), version.Value, cancellationToken), http);
    }

    private static ReviewText TextOf(ReviewRequest request) => new(request.Rating, request.Title.Trim(), request.Text.Trim(), request.Author?.Trim() is { Length: > 0 } name ? name : null);

    private static Result<ReviewCursor?> Read(PageRequest page) =>
        page.Check() is { IsSuccess: false, Error: { } outOfRange } ? outOfRange : KeysetCursor.Read<ReviewCursor>(page.Cursor);

    private static Ok<Page<ReviewResponse>> Paged(IReadOnlyList<ReviewView> found, PageRequest page)
    {
        var paged = KeysetCursor.ToPage(found, page.Size, review => new ReviewCursor(0, review.Id));
        return TypedResults.Ok(new Page<ReviewResponse>([.. paged.Items.Select(ReviewResponse.ForAuthor)], paged.NextCursor));
    }

    private static Results<Ok<ReviewResponse>, ProblemHttpResult> Voted(Result<ReviewView> voted) =>
        voted.Error is { } refusal ? refusal.ToProblem() : TypedResults.Ok(ReviewResponse.ForEverybody(voted.Value!));

    private static Results<Ok<ReviewResponse>, ProblemHttpResult> Changed(Result<ReviewView> changed, HttpContext http)
    {
        if (changed.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(changed.Value!.Version);
        return TypedResults.Ok(ReviewResponse.ForAuthor(changed.Value));
    }
}
