using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api;

internal static class InventoryEndpoints
{
    public static void MapInventoryEndpoints(this IEndpointRouteBuilder app)
    {
        var inventory = app.MapGroup("/api/v1/inventory").WithTags("Inventory").RequireAuthorization(Policies.Merchandiser).WithValidation();
        inventory.MapGet("/{sku}", GetAsync).WithName("GetStock").WithSummary("An article's stock.");
        inventory.MapPost("/{sku}/adjustments", AdjustAsync).WithName("AdjustStock").WithSummary("Receives or corrects an article's stock.").RequireIdempotency();
    }

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> GetAsync(string sku, IInventory inventory, CancellationToken cancellationToken) =>
        await inventory.FindAsync(sku, cancellationToken) is { } stock ? TypedResults.Ok(StockResponse.Of(stock)) : ProductErrors.ArticleNotFound.ToProblem();

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> AdjustAsync(
        string sku, AdjustStockRequest request, IInventory inventory, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kind = request.Reason == AdjustmentReason.Received ? "received" : "adjusted";
        var adjusted = await inventory.AdjustAsync(http.ResourceId(clock), sku, request.Difference, kind, cancellationToken);
        return adjusted.IsSuccess ? TypedResults.Ok(StockResponse.Of(adjusted.Value)) : adjusted.Error.ToProblem();
    }
}
