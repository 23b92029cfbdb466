using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.GenerateCoupons;
using Ecommerce.DiscountService.Application.ReadUsage;
using Ecommerce.DiscountService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

internal static class CouponEndpoints
{
    public static void MapCouponEndpoints(this IEndpointRouteBuilder app)
    {
        var promotion = app.MapGroup("/api/v1/promotions/{id:guid}").WithTags("Coupons").WithValidation().RequireAuthorization(Policies.Merchandiser);
        promotion.MapPost("/coupons", GenerateAsync).WithName("GenerateCoupons").WithSummary("Generates up to 100,000 coupons.").WithIdempotency();
        promotion.MapGet("/coupons", ListAsync).WithName("ListCoupons").WithSummary("The generated coupons of a promotion with their use, by code.");
        promotion.MapGet("/coupons.csv", ExportAsync).WithName("ExportCoupons").WithSummary("The generated coupons of a promotion, or of one batch, as CSV.");
        promotion.MapGet("/coupons/{code}", GetAsync).WithName("GetCoupon").WithSummary("A generated coupon with its use.");
        promotion.MapGet("/usage", GetUsageAsync).WithName("GetPromotionUsage").WithSummary("How often a promotion was redeemed, and what it took off.");
        promotion.MapGet("/redemptions", ListRedemptionsAsync).WithName("ListRedemptions")
            .WithSummary("The redemptions of a promotion, or of one coupon of it, newest order first.");
    }

    private static async Task<Results<Created<CouponBatchResponse>, ProblemHttpResult>> GenerateAsync(
        Guid id, GenerateCouponsRequest request, GenerateCouponsHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var command = new GenerateCouponsCommand(
            http.ResourceId(clock), id, request.Count, request.Prefix?.ToUpperInvariant() ?? "", request.Length, request.UsesPerCoupon);
        var generated = await handler.HandleAsync(command, cancellationToken);
        return generated.IsSuccess
            ? TypedResults.Created($"/api/v1/promotions/{id}/coupons.csv?batchId={generated.Value.Id}", CouponBatchResponse.Of(generated.Value))
            : generated.Error.ToProblem();
    }

    private static async Task<Results<Ok<Page<CouponResponse>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageRequest page, IPromotionStore promotions, ICouponStore coupons, CancellationToken cancellationToken) =>
        await promotions.FindAsync(new PromotionId(id), cancellationToken) is null
            ? PromotionErrors.NotFound.ToProblem()
            : await Paged.AnswerAsync<CouponUse, CouponResponse, NameCursor>(
                page,
                (after, limit) => coupons.ListAsync(id, after?.Name, limit, cancellationToken),
                CouponResponse.Of,
                coupon => new NameCursor(coupon.Code));

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        Guid id, Guid? batchId, IPromotionStore promotions, ICouponStore coupons, CancellationToken cancellationToken) =>
        await promotions.FindAsync(new PromotionId(id), cancellationToken) is null
            ? PromotionErrors.NotFound.ToProblem()
            : TypedResults.Stream(csv => coupons.ExportAsync(id, batchId, csv, cancellationToken), "text/csv", $"coupons-{id}.csv");

    private static async Task<Results<Ok<CouponResponse>, ProblemHttpResult>> GetAsync(
        Guid id, string code, ICouponStore coupons, CancellationToken cancellationToken) =>
        await coupons.FindAsync(id, code.ToUpperInvariant(), cancellationToken) is { } coupon
            ? TypedResults.Ok(CouponResponse.Of(coupon))
            : PromotionErrors.CouponNotFound.ToProblem();

    private static async Task<Results<Ok<PromotionUse>, ProblemHttpResult>> GetUsageAsync(
        Guid id, IRedemptionReader redemptions, CancellationToken cancellationToken) =>
        await redemptions.FindAsync(id, cancellationToken) is { } use ? TypedResults.Ok(use) : PromotionErrors.NotFound.ToProblem();

    private static async Task<Results<Ok<Page<RedemptionResponse>>, ProblemHttpResult>> ListRedemptionsAsync(
        Guid id, string? couponCode, [AsParameters] PageRequest page, IPromotionStore promotions, IRedemptionReader redemptions,
        CancellationToken cancellationToken) =>
        await promotions.FindAsync(new PromotionId(id), cancellationToken) is null
            ? PromotionErrors.NotFound.ToProblem()
            : await Paged.AnswerAsync<RedemptionRecord, RedemptionResponse, IdCursor>(
                page,
                (before, limit) => redemptions.ListAsync(id, couponCode?.ToUpperInvariant(), before?.Id, limit, cancellationToken),
                RedemptionResponse.Of,
                redemption => new IdCursor(redemption.OrderId));
}
