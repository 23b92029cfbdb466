using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.DiscountService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

internal static class InternalDiscountEndpoints
{
    public static void MapInternalDiscountEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/v1").WithTags("Internal").WithValidation().RequireAuthorization(Policies.Service);
        group.MapPost("/discounts/calculate", CalculateAsync).WithName("CalculateDiscounts").WithSummary("What applies to some lines now.");
        group.MapPost("/redemptions", ReserveAsync).WithName("ReserveRedemptions").WithSummary("Holds an order's redemptions, all or none, once.");
        group.MapPost("/redemptions/{orderId:guid}/release", ReleaseAsync).WithName("ReleaseRedemptions").WithSummary("Gives an order's redemptions back.");
        group.MapPost("/redemptions/{orderId:guid}/commit", CommitAsync).WithName("CommitRedemptions").WithSummary("Makes an order's redemptions final.");
    }

    private static async Task<Ok<CalculateDiscountsResponse>> CalculateAsync(
        CalculateDiscountsRequest request, CalculateDiscountsHandler handler, CancellationToken cancellationToken)
    {
        var basket = new Basket(
            Currency.From(request.Currency),
            [.. request.Lines.Select(line => new BasketLine(line.LineId, line.ProductId, line.CategoryIds, line.Quantity, line.UnitPrice))],
            request.Shipping,
            [.. request.CouponCodes.Select(code => code.ToUpperInvariant())]);
        var calculation = await handler.HandleAsync(basket, request.CustomerId, request.Email, cancellationToken);
        return TypedResults.Ok(new CalculateDiscountsResponse(
            [.. calculation.Lines.Select(line => new LineDiscountDto(
                line.LineId,
                line.Amount,
                request.Explain
                    ? [.. calculation.PartsOf(line.LineId).Select(part => new DiscountPartDto(part.Promotion.Promotion.Id.Value, part.Amount))]
                    : null))],
            calculation.ShippingDiscount,
            [.. calculation.Applied.Select(applied => new AppliedDiscountDto(
                applied.Promotion.Id.Value, applied.CouponCode, applied.Promotion.Name, applied.Amount, applied.Note))],
            [.. calculation.Refused.Where(refused => refused.CouponCode is not null).Select(refused => new RefusedCouponDto(
                refused.CouponCode!, refused.Code, refused.Reason))]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReserveAsync(
        ReserveRedemptionsRequest request, IRedemptionStore redemptions, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reservation = new Reservation(
            request.OrderId,
            CustomerKeys.Of(request.CustomerId, request.Email),
            [.. request.Discounts.Select(discount => new ReservedDiscount(discount.PromotionId, discount.CouponCode, discount.Amount))],
            request.ExpiresAt.ToUniversalTime());
        var reserved = await redemptions.ReserveAsync(reservation, clock.GetUtcNow(), cancellationToken);
        return reserved.IsSuccess ? TypedResults.NoContent() : reserved.Error.ToProblem();
    }

    private static async Task<NoContent> ReleaseAsync(
        Guid orderId, IRedemptionStore redemptions, TimeProvider clock, CancellationToken cancellationToken)
    {
        await redemptions.ReleaseAsync(orderId, clock.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CommitAsync(
        Guid orderId, IRedemptionStore redemptions, TimeProvider clock, CancellationToken cancellationToken)
    {
        await redemptions.CommitAsync(orderId, clock.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }
}
